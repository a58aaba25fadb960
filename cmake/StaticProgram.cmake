# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Links PROGRAM with the given libraries of the project and the core so that one file runs on any host of its kind. That needs
# the libraries themselves; where the system has them for dynamic linking only, and with sanitizers, the program runs where it
# was made.
find_library(ZSTD_ARCHIVE libzstd.a)
find_library(CRYPTO_ARCHIVE libcrypto.a)
find_library(Z_ARCHIVE libz.a)

function(espalier_link_statically program)
    set(libraries ${ARGN} espalier_core)
    if(ESPALIER_SANITIZE OR NOT ZSTD_ARCHIVE OR NOT CRYPTO_ARCHIVE OR NOT Z_ARCHIVE)
        target_link_libraries(${program} PRIVATE ${libraries})
        return()
    endif()
    list(TRANSFORM libraries REPLACE "(.+)" "$<TARGET_FILE:\\1>" OUTPUT_VARIABLE files)
    target_include_directories(${program} PRIVATE $<TARGET_PROPERTY:nlohmann_json::nlohmann_json,INTERFACE_INCLUDE_DIRECTORIES>)
    target_link_libraries(${program} PRIVATE espalier_options
        ${files} ${CRYPTO_ARCHIVE} ${ZSTD_ARCHIVE} ${Z_ARCHIVE} Threads::Threads)
    target_link_options(${program} PRIVATE -static -Wl,--gc-sections)
    add_dependencies(${program} ${libraries})
endfunction()
