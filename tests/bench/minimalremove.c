// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// minimalremove STORE LOG < lines "GROUP-DIR SNAPSHOT", the snapshots of one group together
//
// Removes snapshots the way a careful administrator would in C: for each group an exclusive lock on each of those snapshot directories
// (PBS's scheme before 3.3.5), a look whether it is protected, its manifest into a list that is synced once for the group; then for each
// snapshot the manifest first, the other files, the directory.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { most = 256 };

static const char *manifest = "index.json.blob";

struct Snapshot {
    char name[32];
    int fd;
};

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static int openDirectory(int base, const char *name)
{
    int fd = openat(base, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        die(name);
    return fd;
}

static void keepManifest(int snapshot, FILE *log)
{
    char bytes[65536];
    int file = openat(snapshot, manifest, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0)
        die(manifest);
    for (ssize_t got; (got = read(file, bytes, sizeof bytes)) > 0;)
        fwrite(bytes, 1, (size_t)got, log);
    close(file);
}

static void empty(int snapshot)
{
    if (unlinkat(snapshot, manifest, 0) != 0)
        die(manifest);
    DIR *dir = fdopendir(dup(snapshot));
    if (!dir)
        die("fdopendir");
    rewinddir(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && unlinkat(snapshot, entry->d_name, 0) != 0)
            die(entry->d_name);
    }
    closedir(dir);
}

static void removeAll(int group, struct Snapshot *snapshots, size_t count, FILE *log)
{
    for (size_t i = 0; i < count; ++i) {
        snapshots[i].fd = openDirectory(group, snapshots[i].name);
        if (flock(snapshots[i].fd, LOCK_EX | LOCK_NB) != 0)
            die(snapshots[i].name);
        if (faccessat(snapshots[i].fd, ".protected", F_OK, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT)
            die(snapshots[i].name);
        keepManifest(snapshots[i].fd, log);
    }
    if (fflush(log) != 0 || fdatasync(fileno(log)) != 0)
        die("log");
    for (size_t i = 0; i < count; ++i) {
        empty(snapshots[i].fd);
        if (unlinkat(group, snapshots[i].name, AT_REMOVEDIR) != 0)
            die(snapshots[i].name);
        close(snapshots[i].fd);
    }
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    FILE *log = fopen(argv[2], "w");
    if (!log || chdir(argv[1]) != 0)
        die(argv[1]);
    static struct Snapshot snapshots[most];
    size_t count = 0;
    char group[4096], last[4096] = "", name[32];
    int fd = -1;
    for (int got = scanf("%4095s %31s", group, name);; got = scanf("%4095s %31s", group, name)) {
        if (count > 0 && (got != 2 || strcmp(group, last) != 0 || count == most)) {
            removeAll(fd, snapshots, count, log);
            count = 0;
        }
        if (got != 2)
            return 0;
        if (fd < 0 || strcmp(group, last) != 0) {
            if (fd >= 0)
                close(fd);
            fd = openDirectory(AT_FDCWD, group);
            strcpy(last, group);
        }
        strcpy(snapshots[count++].name, name);
    }
}
