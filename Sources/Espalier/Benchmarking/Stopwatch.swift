/// Measures steps, each so many times.
struct Stopwatch {
    let runs: Int
    /// Whether every step runs once more before it is measured.
    let warmUp: Bool
    let progress: ProgressHandler
    private(set) var steps: [Benchmark.Step] = []

    init(runs: Int, warmUp: Bool, progress: @escaping ProgressHandler) {
        self.runs = runs
        self.warmUp = warmUp
        self.progress = progress
    }

    /// Returns what the last run of the body returned.
    mutating func measure<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
        progress(.running(name))
        if warmUp { _ = try body() }
        var seconds: [Double] = []
        while true {
            let clock = ContinuousClock.now
            let value = try body()
            seconds.append(clock.duration(to: .now) / .seconds(1))
            progress(.running(name, fraction: Double(seconds.count) / Double(runs)))
            guard seconds.count >= runs else { continue }
            let step = Benchmark.Step(name: name, seconds: seconds)
            steps.append(step)
            progress(.finished(name, summary: "median \(NumberText.duration(seconds: step.median))"))
            return value
        }
    }
}
