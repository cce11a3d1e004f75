#ifndef SWEEP_PROCESSES_H
#define SWEEP_PROCESSES_H

#include <sys/types.h>

/// Where starting a program failed.
enum process_stage {
    process_started = 0,
    process_refused,
    process_folder,
    process_execution
};

/// Starts a program that leads a process group of its own, reads nothing and writes both its outputs to one descriptor.
///
/// The kernel ends it when the calling thread ends, so that thread must live as long as the program is wanted.
///
/// - `path`: the executable; `arguments` and `environment` end with NULL.
/// - `folder`: where the program works.
/// - `output`: the descriptor of what it prints.
/// - `stage`, `code`: what failed, and its errno.
///
/// Returns the process, or -1.
pid_t process_start(
    const char *path, char *const *arguments, char *const *environment, const char *folder, int output,
    enum process_stage *stage, int *code);

/// A descriptor that becomes readable when the process ends; -1 where the kernel has none.
int process_descriptor(pid_t process);

/// Makes this process the parent of those descendants whose own parents end before them. Returns 0, or errno.
int process_adopt_orphans(void);

#endif
