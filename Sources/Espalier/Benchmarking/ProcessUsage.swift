import Foundation

/// What this process has used so far.
struct ProcessUsage {
    /// Of all threads, in user mode and for them in the kernel.
    let cpuSeconds: Double
    /// The most memory that was resident at any moment.
    let peakBytes: Int

    static var now: ProcessUsage {
        var usage = rusage()
        #if os(Linux)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let unit = 1024
        #else
        getrusage(RUSAGE_SELF, &usage)
        let unit = 1
        #endif
        let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ProcessUsage(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakBytes: Int(usage.ru_maxrss) * unit)
    }
}
