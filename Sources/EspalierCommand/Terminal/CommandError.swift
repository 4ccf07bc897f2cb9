/// An error of the command line's own: a sentence, and the code with which the process ends.
protocol CommandError: Error, CustomStringConvertible {
    var exitCode: Int32 { get }
}
