import Foundation
import Subprocess
import Testing

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A disk that fails from some write on: a library between a program and the C library, which any user can load.
struct FailingDisk {
    private let library: String

    /// Whether there is a compiler to make it with.
    static var isPossible: Bool { compiler != nil }

    private static var compiler: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return ["clang", "cc", "gcc"].lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// After `SWEEP_FAULT_AFTER` calls of a process that concern a file below `results`, each further one fails with
    /// `SWEEP_FAULT_ERRNO`.
    private static let source = #"""
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <stdatomic.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <unistd.h>

        static atomic_long calls;

        static int fails(int file) {
            char link[64], path[4096];
            const char *after = getenv("SWEEP_FAULT_AFTER"), *code = getenv("SWEEP_FAULT_ERRNO");
            if (!after || !code) return 0;
            snprintf(link, sizeof link, "/proc/self/fd/%d", file);
            ssize_t length = readlink(link, path, sizeof path - 1);
            if (length < 0) return 0;
            path[length] = 0;
            if (!strstr(path, "/results/") || atomic_fetch_add(&calls, 1) < atol(after)) return 0;
            errno = atoi(code);
            return 1;
        }

        #define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

        ssize_t write(int file, const void *bytes, size_t count) {
            return fails(file) ? -1 : REAL(write)(file, bytes, count);
        }
        ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
            return fails(file) ? -1 : REAL(pwrite)(file, bytes, count, offset);
        }
        ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
            return fails(file) ? -1 : REAL(pwrite64)(file, bytes, count, offset);
        }
        int fsync(int file) { return fails(file) ? -1 : REAL(fsync)(file); }
        int fdatasync(int file) { return fails(file) ? -1 : REAL(fdatasync)(file); }
        """#

    /// Compiles the library into `folder`.
    init(in folder: String) async throws {
        library = folder + "/failing-disk.so"
        let source = folder + "/failing-disk.c"
        try Self.source.write(toFile: source, atomically: true, encoding: .utf8)
        let result = try await Subprocess.run(
            .path(FilePath(try #require(Self.compiler))),
            arguments: ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"],
            input: .none, output: .discarded, error: .currentStandardError)
        try #require(result.terminationStatus.isSuccess)
    }

    /// The same program in the same folder, on a disk that fails with `code` after so many writes of each process.
    func under(_ program: Program, after count: Int, code: Int32) -> Program {
        var program = program
        program.variables = [
            "LD_PRELOAD": library, "SWEEP_FAULT_AFTER": String(count), "SWEEP_FAULT_ERRNO": String(code),
        ]
        return program
    }
}
