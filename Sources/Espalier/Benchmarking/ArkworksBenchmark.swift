import CircuitFormats
import ConstraintSystem
import Datasets
import FiniteFields
import Foundation

/// Lets groth16py, a Python package around Rust's arkworks, do the work of a benchmark.
struct ArkworksBenchmark {
    /// The one curve that it knows.
    static let curve = CurveName.bn254

    let python: String
    let runs: Int

    /// Returns its times; nil where it is not installed.
    func run(
        _ sample: SampleCircuit<some PrimeField>, progress: @escaping ProgressHandler
    ) throws -> Groth16Benchmark.Result.Arkworks? {
        guard (try? ChildProcess(python, ["-c", "import groth16py"], timeout: 30).run()) != nil else {
            return nil
        }
        let step = "The same by groth16py"
        progress(.running(step))
        let directory = NSTemporaryDirectory() + "/espalier-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try ArtifactFile.write(R1CSFile(sample.system).encoded(), to: directory + "/circuit.r1cs")
        try ArtifactFile.write(WitnessFile.encode(Witness(sample.values)), to: directory + "/witness.wtns")
        let output = directory + "/times.json"
        try ChildProcess(
            python, ["-c", Self.script, directory, "\(sample.publicValues[0])", "\(runs)"], timeout: 3600
        ).run(outputPath: output)
        let times = try JSONDecoder().decode(Times.self, from: Data(contentsOf: URL(fileURLWithPath: output)))
        progress(.finished(step))
        return .init(
            steps: [
                .init(name: "setup", seconds: [times.setup]), .init(name: "prove", seconds: times.prove),
                .init(name: "verify", seconds: times.verify),
            ], cpuSecondsPerProof: times.cpu)
    }

    private struct Times: Decodable {
        var setup: Double
        var prove: [Double]
        var verify: [Double]
        var cpu: Double
    }

    /// Setup once; prove and verify as often as we do, after a warm-up. Prints seconds as JSON.
    private static let script = """
        import groth16py, json, sys, time
        directory, output, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
        start = time.perf_counter()
        key, verifying = groth16py.setup(directory + "/circuit.r1cs")
        times = {"setup": time.perf_counter() - start, "prove": [], "verify": []}
        cpu = time.process_time()
        for run in range(runs + 1):
            start = time.perf_counter()
            proof = groth16py.prove_wtns(key, directory + "/witness.wtns")
            times["prove"].append(time.perf_counter() - start)
        times["cpu"] = (time.process_time() - cpu) / (runs + 1)
        verifier = groth16py.Verifier(verifying)
        for run in range(runs + 1):
            start = time.perf_counter()
            assert verifier.verify(proof, [output])
            times["verify"].append(time.perf_counter() - start)
        for name in ("prove", "verify"):
            times[name] = times[name][1:]
        print(json.dumps(times))
        """
}
