import Foundation
import Sweeps
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
}
