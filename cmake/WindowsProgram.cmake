# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Gives PROGRAM what Windows wants to find in it: version, manifest and, where there is one, the icon ICON (a file that is made by
# the build). Does nothing for other systems.
function(espalier_windows_program program description)
    if(NOT WIN32)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 2 given "" "ICON" "")
    set(manifest ${PROJECT_SOURCE_DIR}/packaging/windows/program.manifest)
    set(icon)
    if(given_ICON)
        set(icon "1 ICON \"${given_ICON}\"")
    endif()
    set(resources ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc)
    configure_file(${PROJECT_SOURCE_DIR}/packaging/windows/program.rc.in ${resources} @ONLY)
    set_source_files_properties(${resources} PROPERTIES OBJECT_DEPENDS "${manifest};${given_ICON}")
    target_sources(${program} PRIVATE ${resources})
    target_link_options(${program} PRIVATE -Wl,--dynamicbase,--nxcompat,--high-entropy-va)
endfunction()
