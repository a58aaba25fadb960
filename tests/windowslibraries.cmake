# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What the tests load is put beside them, so that they run in a root that has nothing but Wine.
set(libraries)
foreach(library Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Network Qt6::Concurrent Qt6::Test KF6::SyntaxHighlighting Qt6Keychain::Qt6Keychain)
    list(APPEND libraries $<TARGET_FILE:${library}>)
endforeach()
foreach(name libstdc++-6.dll libgcc_s_seh-1.dll libwinpthread-1.dll)
    execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=${name} OUTPUT_VARIABLE library OUTPUT_STRIP_TRAILING_WHITESPACE)
    list(APPEND libraries ${library})
endforeach()
set(tests ${CMAKE_BINARY_DIR}/tests)
add_custom_target(test_libraries ALL
    COMMAND ${CMAKE_COMMAND} -E make_directory ${tests}/platforms
    COMMAND ${CMAKE_COMMAND} -E copy_if_different ${libraries} ${tests}
    COMMAND ${CMAKE_COMMAND} -E copy_if_different $<TARGET_FILE:Qt6::QOffscreenIntegrationPlugin> ${tests}/platforms
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${ESPALIER_ZONEINFO} ${CMAKE_BINARY_DIR}/share/zoneinfo
    VERBATIM)
