# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Programs for 64-bit Windows, made on Debian with its mingw-w64. ESPALIER_WINDOWS_SDK, a variable of the environment, names the
# directory with the libraries for Windows; docs/packaging.md, "Windows".
set(sdk "$ENV{ESPALIER_WINDOWS_SDK}")
if(NOT EXISTS "${sdk}/lib/cmake/Qt6/Qt6Config.cmake")
    message(FATAL_ERROR "The libraries for Windows (Qt and more) are not in \"${sdk}\". Let the environment's ESPALIER_WINDOWS_SDK name their directory; docs/packaging.md says what belongs there.")
endif()

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

# Programs are the build machine's; everything else is for Windows.
set(CMAKE_FIND_ROOT_PATH ${sdk} /usr/x86_64-w64-mingw32)
set(CMAKE_PREFIX_PATH ${sdk})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
foreach(what LIBRARY INCLUDE PACKAGE)
    set(CMAKE_FIND_ROOT_PATH_MODE_${what} ONLY)
endforeach()

# Qt's tools (moc, uic, rcc, lrelease) run on the build machine, and are of the same version; so are the modules of KDE.
set(QT_HOST_PATH /usr CACHE PATH "Qt of the build machine")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "Its files for CMake")
set(ECM_DIR /usr/share/ECM/cmake CACHE PATH "Extra CMake modules")
set(OPENSSL_USE_STATIC_LIBS TRUE) # then the libraries that it needs itself are linked, too
