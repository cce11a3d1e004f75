import Foundation
import Sweeps
import Synchronization
import Testing

@testable import TrialScheduling

@Suite struct ResourceTests {
    @Test(
        "cores are counted as the process may use them",
        arguments: [
            // Neither affinity nor quota.
            (8, "0::/user", [:], 8),
            // Version 2: the group's quota, and that of a group above it.
            (8, "0::/user/job\n", ["/user/job/cpu.max": "200000 100000\n"], 2),
            (8, "0::/user/job", ["/user/job/cpu.max": "max 100000", "/user/cpu.max": "150000 100000"], 2),
            (1, "0::/", ["/cpu.max": "200000 100000"], 1),
            (8, "0::/", ["/cpu.max": "10000 100000"], 1),
            // Version 1, where the group's folder is that of the host and the container sees its own as the root.
            (
                8, "12:memory:/docker/1\n4:cpu,cpuacct:/docker/1",
                ["/cpu,cpuacct/cpu.cfs_quota_us": "300000\n", "/cpu,cpuacct/cpu.cfs_period_us": "100000\n"], 3
            ),
            (8, "4:cpu:/", ["/cpu/cpu.cfs_quota_us": "-1", "/cpu/cpu.cfs_period_us": "100000"], 8),
            (4, "nonsense", [:], 4),
        ] as [(Int, String, [String: String], Int)])
    func cores(affinity: Int, groups: String, files: [String: String], expected: Int) {
        #expect(UsableCores.count(affinity: affinity, groups: groups) { files[$0] } == expected)
    }

    @Test("an affinity is read from a process's status")
    func affinity() {
        #expect(UsableCores.allowed(inStatus: "Name:\tx\nCpus_allowed_list:\t0-3,8\nMems_allowed:\t1\n") == 5)
        #expect(UsableCores.allowed(inStatus: "Cpus_allowed_list:\t7") == 1)
        #expect(UsableCores.allowed(inStatus: "Cpus_allowed_list:\t7-3") == nil)
        #expect(UsableCores.allowed(inStatus: "Name:\tx") == nil)
        #expect(UsableCores.count >= 1)
    }

    @Test("an attempt's use of memory and processor is measured")
    func usage() {
        let meter = UsageMeter()
        let size = 65 << 20
        let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1)
        defer { block.deallocate() }
        for byte in 0..<20 { memset(block, Int32(byte), size) }
        let usage = meter.usage()
        #expect(usage.peakMemory > 64 << 20)
        #expect(usage.processorSeconds > 0)
        #expect((ProcessMemory.resident(of: getpid()) ?? 0) > 64 << 20)
        #expect(ProcessMemory.resident(of: -1) == nil)
        #expect(ProcessMemory.peak(inStatus: "VmPeak:\t 9 kB\nVmHWM:\t   1234 kB\n") == 1234 * 1024)
    }

    @Test("a kill for want of memory is told by the kernel's counters, one for each death")
    func memoryKills() {
        let kills = Mutex("0")
        let files: @Sendable (String) -> String? = { path in
            switch path {
            case "/proc/self/cgroup": "0::/user/job\n"
            case "/sys/fs/cgroup/user/job/memory.events": "oom 7\noom_kill \(kills.withLock { $0 })\n"
            case "/sys/fs/cgroup/user/memory.max": "512000000\n"
            case "/sys/fs/cgroup/user/job/memory.max": "max\n"
            default: nil
            }
        }
        var version2 = MemoryKills(file: files)
        #expect(version2.explain() == nil)
        kills.withLock { $0 = "1" }
        #expect(version2.explain() == "the kernel did it, for its control group had used up its memory limit, 512 MB")
        #expect(version2.explain() == nil)
        let version1 = Mutex("oom_kill_disable 0\nunder_oom 0\noom_kill 3\n")
        var kills1 = MemoryKills { path in
            switch path {
            case "/proc/self/cgroup": "8:pids:/\n4:memory:/a\n0::/\n"
            case "/sys/fs/cgroup/memory/a/memory.oom_control": version1.withLock { $0 }
            case "/sys/fs/cgroup/memory/a/memory.limit_in_bytes": "300000000\n"
            case "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n"
            default: nil
            }
        }
        version1.withLock { $0 = $0.replacing("kill 3", with: "kill 4") }
        #expect(kills1.explain()?.hasSuffix("300 MB") == true)
        let machine = Mutex("pgfault 5\noom_kill 0\n")
        var whole = MemoryKills { $0 == "/proc/vmstat" ? machine.withLock { $0 } : nil }
        machine.withLock { $0 = "pgfault 6\noom_kill 2\n" }
        #expect(whole.explain() == "the kernel did it, for the machine was out of memory")
    }
}
