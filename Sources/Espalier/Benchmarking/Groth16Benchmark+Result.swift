extension Groth16Benchmark {
    /// What was measured.
    public struct Result: Codable, Hashable, Sendable {
        public var curve: CurveName
        public var constraints: Int
        public var domainSize: Int
        public var values: Values
        public var cores: Int
        /// Which implementation of field arithmetic ran.
        public var backend: String
        public var steps: [Benchmark.Step]
        /// CPU seconds of all cores for one proof, the mean of all runs.
        public var cpuSecondsPerProof: Double
        /// The most memory that the process ever held, setup included.
        public var peakBytes: Int
        /// The same work by groth16py; nil where it is not installed, or does not know the curve.
        public var arkworks: Arkworks?

        /// What another implementation took.
        public struct Arkworks: Codable, Hashable, Sendable {
            public var steps: [Benchmark.Step]
            public var cpuSecondsPerProof: Double
        }

        /// All of it as text for a terminal.
        package func text() -> String {
            let title =
                "\(curve), \(NumberText.grouped(constraints)) constraints, domain "
                + "\(NumberText.grouped(domainSize)), "
                + "\(values.rawValue) witness, \(cores) cores, \(backend) backend"
            var lines = [
                Benchmark.Step.table(steps, title: title).rendered(),
                "\(NumberText.fixed(cpuSecondsPerProof, decimals: 2)) CPU seconds per proof, at most "
                    + "\(NumberText.size(bytes: peakBytes)) of memory",
            ]
            guard let arkworks else {
                lines.append(
                    ArkworksBenchmark.curve == curve
                        ? "groth16py is not installed for this Python: nothing to compare with"
                        : "groth16py knows \(ArkworksBenchmark.curve) only: nothing to compare with on \(curve)"
                )
                return lines.joined(separator: "\n")
            }
            lines += [
                "",
                Benchmark.Step.table(arkworks.steps, title: "The same by groth16py (arkworks)").rendered(),
                "\(NumberText.fixed(arkworks.cpuSecondsPerProof, decimals: 2)) CPU seconds per proof: "
                    + "\(NumberText.fixed(arkworks.cpuSecondsPerProof / cpuSecondsPerProof, decimals: 1)) "
                    + "times ours",
            ]
            return lines.joined(separator: "\n")
        }
    }
}
