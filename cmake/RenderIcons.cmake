# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Renders each SVG below FOLDER with librsvg into pictures for a light and a dark palette and compiles them into TARGET
# as :/icons/COLOURING/NAME-PIXELS.png. Done at build time because not every Qt has an SVG module.
# The sizes are 16 and 24 at one, two and three times their resolution, and those of a program's icon.
find_program(RSVG_CONVERT rsvg-convert REQUIRED)

function(espalier_render_icons target folder)
    set(rendered ${CMAKE_CURRENT_BINARY_DIR}/icons)
    file(MAKE_DIRECTORY ${rendered}/light ${rendered}/dark)
    file(GLOB drawings CONFIGURE_DEPENDS ${folder}/*.svg)
    set(pictures)
    foreach(drawing IN LISTS drawings)
        cmake_path(GET drawing STEM name)
        set(sizes 16 24 32 48 72)
        if(name STREQUAL "application")
            list(APPEND sizes 64 128 256)
        endif()
        set(outputs)
        set(commands)
        foreach(colouring light dark)
            foreach(size IN LISTS sizes)
                set(output ${rendered}/${colouring}/${name}-${size}.png)
                list(APPEND outputs ${output})
                list(APPEND commands COMMAND ${RSVG_CONVERT} --width ${size} --height ${size}
                    --stylesheet ${folder}/${colouring}.css --output ${output} ${drawing})
            endforeach()
        endforeach()
        add_custom_command(OUTPUT ${outputs} ${commands}
            DEPENDS ${drawing} ${folder}/light.css ${folder}/dark.css
            COMMENT "Rendering icon ${name}" VERBATIM)
        list(APPEND pictures ${outputs})
    endforeach()
    qt_add_resources(${target} espalier_icons PREFIX /icons BASE ${rendered} FILES ${pictures})
endfunction()
