/*
 * Tells whoever is started with it (LD_PRELOAD) a time of day that is so many seconds from the machine's as the file
 * TOLD says, eight bytes that may change at any moment. Time that has passed is told as it is. Waits until a time of day
 * are the kernel's, and end by its own clock.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>

static const volatile int64_t nothing = 0;
static const volatile int64_t *seconds = &nothing;
static int (*of_system)(clockid_t, struct timespec *);

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("TOLD");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    of_system = dlsym(RTLD_NEXT, "clock_gettime");
    if (file >= 0) {
        void *mapped = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
        seconds = mapped == MAP_FAILED ? &nothing : mapped;
    }
}

int clock_gettime(clockid_t clock, struct timespec *told)
{
    int failed;
    if (!of_system)
        of_system = dlsym(RTLD_NEXT, "clock_gettime");
    failed = of_system(clock, told);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        told->tv_sec += *seconds;
    return failed;
}

int gettimeofday(struct timeval *restrict told, void *restrict zone)
{
    struct timespec it;
    (void) zone;
    if (clock_gettime(CLOCK_REALTIME, &it))
        return -1;
    told->tv_sec = it.tv_sec;
    told->tv_usec = it.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *told)
{
    struct timespec it;
    clock_gettime(CLOCK_REALTIME, &it);
    if (told)
        *told = it.tv_sec;
    return it.tv_sec;
}
