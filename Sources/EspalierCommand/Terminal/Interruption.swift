import Dispatch
import Espalier

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Leaves nothing half-done behind when the user interrupts: no unfinished file, no live line.
enum Interruption {
    /// The writing end of a pipe: all that a signal handler may do is to write a byte.
    private static let signals: (reader: Int32, writer: Int32)? = {
        var ends: [Int32] = [0, 0]
        return pipe(&ends) == 0 ? (ends[0], ends[1]) : nil
    }()

    /// Waits for signals on a thread of its own; after cleaning up, the signal ends the process as it would
    /// have.
    static func watch() {
        guard let signals else { return }
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let former = signal(number) { number in
                guard let pipe = Interruption.signals else { return }
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(pipe.writer, &byte, 1)
            }
            // What `nohup` and the like have switched off stays off.
            if unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            }
        }
        DispatchQueue(label: "interruption", qos: .userInteractive).async {
            var byte: UInt8 = 0
            while read(signals.reader, &byte, 1) != 1 {}
            ProgressLine.shared.close()
            FileTransaction.removeUnfinished()
            let number = Int32(byte)
            signal(number, SIG_DFL)
            kill(getpid(), number)
        }
    }
}
