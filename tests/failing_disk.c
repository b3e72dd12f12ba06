/* A disk that fails, put between a program and its C library with LD_PRELOAD.

   Everything written to files under DISK_FOLDER is noted in DISK_LOG before it is done: the old bytes, the new
   ones, and every sync. From the log a power cut can be replayed: what no sync had reached is gone, or partly so.

   While DISK_FAULT exists, writing there fails: its first letter is F for a full disk, R for a read-only one.
   CLOCK_FILE holds the seconds by which the wall clock is wrong. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

struct record {
  char kind; /* W write, T truncate, S sync */
  char unused[3];
  uint32_t path, before, after; /* lengths */
  uint64_t offset, size;        /* size: of the file before; of a truncate, offset is the new size */
} __attribute__((packed));

static const char *watched(int file, char *path, size_t room) {
  const char *folder = getenv("DISK_FOLDER");
  char link[64];
  if (!folder) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, room - 1);
  if (length <= 0) return NULL;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0 ? path : NULL;
}

static int fault(void) {
  const char *name = getenv("DISK_FAULT");
  char letter = 0;
  if (!name) return 0;
  int file = syscall(SYS_openat, AT_FDCWD, name, O_RDONLY);
  if (file < 0) return 0;
  if (syscall(SYS_read, file, &letter, 1) != 1) letter = 0;
  syscall(SYS_close, file);
  return letter == 'F' ? ENOSPC : letter == 'R' ? EROFS : 0;
}

static void note(char kind, int file, const char *path, uint64_t offset, const void *fresh, uint32_t length) {
  const char *name = getenv("DISK_LOG");
  struct stat now;
  if (!name || fstat(file, &now) != 0) return;
  int log = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (log < 0) return;
  uint64_t from = kind == 'T' ? offset : offset, end = kind == 'T' ? (uint64_t)now.st_size : offset + length;
  uint64_t have = from < (uint64_t)now.st_size ? (end < (uint64_t)now.st_size ? end : (uint64_t)now.st_size) - from : 0;
  if (kind == 'S') have = length = 0;
  struct record head = {kind, {0}, strlen(path), have, kind == 'W' ? length : 0, offset, now.st_size};
  size_t whole = sizeof head + head.path + head.before + head.after;
  char *all = malloc(whole), *at = all;
  memcpy(at, &head, sizeof head), at += sizeof head;
  memcpy(at, path, head.path), at += head.path;
  if (have && syscall(SYS_pread64, file, at, have, from) != (long)have) memset(at, 0, have);
  at += have;
  if (head.after) memcpy(at, fresh, head.after);
  if (syscall(SYS_write, log, all, whole) != (long)whole) abort();
  free(all);
  syscall(SYS_close, log);
}

static ssize_t put(int file, const void *bytes, size_t count, off64_t offset, int positioned) {
  char path[4096];
  const char *ours = watched(file, path, sizeof path);
  if (!ours) return positioned ? syscall(SYS_pwrite64, file, bytes, count, offset) : syscall(SYS_write, file, bytes, count);
  int wrong = fault();
  if (wrong) return errno = wrong, -1;
  pthread_mutex_lock(&turn);
  if (!positioned) offset = lseek(file, 0, SEEK_CUR);
  note('W', file, ours, offset, bytes, count);
  ssize_t done = positioned ? syscall(SYS_pwrite64, file, bytes, count, offset) : syscall(SYS_write, file, bytes, count);
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t write(int file, const void *bytes, size_t count) { return put(file, bytes, count, 0, 0); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) { return put(file, bytes, count, offset, 1); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) { return put(file, bytes, count, offset, 1); }

static int cut(int file, off64_t length) {
  char path[4096];
  const char *ours = watched(file, path, sizeof path);
  if (ours) {
    int wrong = fault();
    if (wrong) return errno = wrong, -1;
    pthread_mutex_lock(&turn);
    note('T', file, ours, length, NULL, 0);
  }
  int done = syscall(SYS_ftruncate, file, length);
  if (ours) pthread_mutex_unlock(&turn);
  return done;
}

int ftruncate(int file, off_t length) { return cut(file, length); }
int ftruncate64(int file, off64_t length) { return cut(file, length); }

static int flush(int file) {
  char path[4096];
  const char *ours = watched(file, path, sizeof path);
  if (!ours) return syscall(SYS_fsync, file);
  int wrong = fault();
  if (wrong) return errno = EIO, -1;
  pthread_mutex_lock(&turn);
  note('S', file, ours, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return 0;
}

int fsync(int file) { return flush(file); }
int fdatasync(int file) { return flush(file); }

static long shift(void) {
  const char *name = getenv("CLOCK_FILE");
  char text[32] = {0};
  if (!name) return 0;
  int file = syscall(SYS_openat, AT_FDCWD, name, O_RDONLY);
  if (file < 0) return 0;
  long read_now = syscall(SYS_read, file, text, sizeof text - 1);
  syscall(SYS_close, file);
  return read_now > 0 ? atol(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  int done = syscall(SYS_clock_gettime, clock, time);
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) time->tv_sec += shift();
  return done;
}

time_t time(time_t *place) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (place) *place = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval *now, void *zone) {
  struct timespec exact;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &exact);
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}
