// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// minimalmove STORE TYPE SOURCE-NS-DIR TARGET-NS-DIR [--no-sync] < ids
//
// Moves groups the way a careful administrator would in C: the shared record lock on .lock, an exclusive lock on the group
// directory and on each of its snapshot directories (PBS's scheme before 3.3.5), one renameat2(NOREPLACE) for each group,
// at the end one fsync of each changed directory. A list of what is about to be moved is written and synced first.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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

static void lockOrDie(int fd, const char *name)
{
    if (flock(fd, LOCK_EX | LOCK_NB) != 0)
        die(name);
}

/* Locks every snapshot of the group; returns how many, their descriptors in *fds. */
static size_t lockSnapshots(int group, int **fds)
{
    size_t count = 0, room = 0;
    *fds = NULL;
    DIR *dir = fdopendir(dup(group));
    if (!dir)
        die("fdopendir");
    rewinddir(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        if (entry->d_type != DT_DIR || entry->d_name[0] == '.')
            continue;
        if (count == room) {
            room = room ? room * 2 : 64;
            *fds = realloc(*fds, room * sizeof **fds);
            if (!*fds)
                die("realloc");
        }
        (*fds)[count] = openDirectory(group, entry->d_name);
        lockOrDie((*fds)[count], entry->d_name);
        ++count;
    }
    closedir(dir);
    return count;
}

static void moveGroup(int source, int target, const char *id)
{
    int *snapshots;
    int group = openDirectory(source, id);
    lockOrDie(group, id);
    size_t count = lockSnapshots(group, &snapshots);
    if (renameat2(source, id, target, id, RENAME_NOREPLACE) != 0)
        die("renameat2");
    for (size_t i = 0; i < count; ++i)
        close(snapshots[i]);
    free(snapshots);
    close(group);
}

static void writeIntents(const char *store, char **ids, size_t count, int sync)
{
    char path[4096];
    snprintf(path, sizeof path, "%s.intents", store);
    FILE *file = fopen(path, "w");
    if (!file)
        die(path);
    for (size_t i = 0; i < count; ++i)
        fputs(ids[i], file);
    if (fflush(file) != 0 || (sync && fdatasync(fileno(file)) != 0))
        die(path);
    fclose(file);
    unlink(path);
}

int main(int argc, char **argv)
{
    if (argc < 5)
        return 2;
    int sync = argc == 5;
    char **ids = NULL;
    size_t count = 0, room = 0;
    char line[512];
    while (fgets(line, sizeof line, stdin)) {
        if (count == room) {
            room = room ? room * 2 : 1024;
            ids = realloc(ids, room * sizeof *ids);
            if (!ids)
                die("realloc");
        }
        line[strcspn(line, "\n")] = 0;
        ids[count++] = strdup(line);
    }
    int root = openDirectory(AT_FDCWD, argv[1]);
    int lock = openat(root, ".lock", O_RDONLY | O_CLOEXEC);
    struct flock shared = {.l_type = F_RDLCK, .l_whence = SEEK_SET};
    if (lock < 0 || fcntl(lock, F_SETLK, &shared) != 0)
        die(".lock");
    writeIntents(argv[1], ids, count, sync);
    int sourceNs = openDirectory(root, argv[3]);
    int targetNs = openDirectory(root, argv[4]);
    if (mkdirat(targetNs, argv[2], 0755) == 0 && fchown(openDirectory(targetNs, argv[2]), 34, 34) != 0)
        die("fchown");
    int source = openDirectory(sourceNs, argv[2]);
    int target = openDirectory(targetNs, argv[2]);
    for (size_t i = 0; i < count; ++i)
        moveGroup(source, target, ids[i]);
    if (sync && (fsync(target) != 0 || fsync(source) != 0))
        die("fsync");
    return 0;
}
