#define _GNU_SOURCE
#include "processes.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

struct failure {
    enum process_stage stage;
    int code;
};

/// Says why there is no program, and ends the child.
static void give_up(int report, enum process_stage stage) {
    struct failure failure = {stage, errno};
    ssize_t written = write(report, &failure, sizeof failure);
    (void)written;
    _exit(127);
}

/// The child's part: nothing here may allocate or take a lock, since other threads of the parent may hold one.
static void become_program(
    const char *path, char *const *arguments, char *const *environment, const char *folder, int output, int report,
    pid_t parent) {
    setpgid(0, 0);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) give_up(report, process_refused);
    struct sigaction usual;
    memset(&usual, 0, sizeof usual);
    usual.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; signal++) sigaction(signal, &usual, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int nothing = open("/dev/null", O_RDONLY);
    if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0) give_up(report, process_refused);
    if (nothing > STDERR_FILENO) close(nothing);
    if (dup2(output, STDOUT_FILENO) < 0 || dup2(output, STDERR_FILENO) < 0) give_up(report, process_refused);
    if (chdir(folder) != 0) give_up(report, process_folder);
    execve(path, arguments, environment);
    give_up(report, process_execution);
}

pid_t process_start(
    const char *path, char *const *arguments, char *const *environment, const char *folder, int output,
    enum process_stage *stage, int *code) {
    int report[2];
    *stage = process_refused;
    if (pipe2(report, O_CLOEXEC) != 0) {
        *code = errno;
        return -1;
    }
    // No handler of ours may run in the child.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t parent = getpid();
    pid_t process = fork();
    if (process == 0) become_program(path, arguments, environment, folder, output, report[1], parent);
    *code = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(report[1]);
    if (process < 0) {
        close(report[0]);
        return -1;
    }
    // Whoever is first: both must not be able to signal the group before it is there.
    setpgid(process, process);
    struct failure failure;
    ssize_t count;
    do count = read(report[0], &failure, sizeof failure);
    while (count < 0 && errno == EINTR);
    close(report[0]);
    if (count != sizeof failure) {
        *stage = process_started;
        *code = 0;
        return process;
    }
    while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {}
    *stage = failure.stage;
    *code = failure.code;
    return -1;
}

int process_descriptor(pid_t process) {
#ifdef SYS_pidfd_open
    return (int)syscall(SYS_pidfd_open, process, 0);
#else
    (void)process;
    return -1;
#endif
}

int process_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0 ? 0 : errno; }
