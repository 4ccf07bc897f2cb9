import Datasets
import FiniteFields
import Foundation
import ModelCompression
import NetworkCompiler
import NeuralNetworks

nonisolated(unsafe) var settings: [String: Double] = [:]
for argument in CommandLine.arguments.dropFirst() {
    let parts = argument.split(separator: "=")
    settings[String(parts[0])] = Double(parts[1])!
}
func get(_ name: String, _ standard: Double) -> Double { settings[name] ?? standard }
let data = try DatasetCatalog().load("mnist").validating(on: 10000)
let bits = Int(get("bits", 1))
let seed = UInt64(get("seed", 1))
let images = data.train
var generator = SeededGenerator(seed: seed)
let h = Int(get("h", 7))
var network = Network.multilayerPerceptron(
    widths: [784, h, 10], activation: get("square", 0) == 1 ? .square : .relu, skip: get("skip", 1) == 1, using: &generator)
nonisolated(unsafe) let start = Date()
func note(_ what: String, _ accuracy: Double) {
    FileHandle.standardError.write(Data((what + " " + String(format: "%.2f%%  %.0fs", accuracy * 100, Date().timeIntervalSince(start)) + "\n").utf8))
}
let coarse = images
network.inputTransform = InputTransform(bits: bits)
let valid = data.test
try network.train(
    on: coarse,
    options: TrainingOptions(
        epochs: Int(get("e1", 8)), learningRate: Float(get("lr1", 0.004)), shiftDistance: 1), using: &generator)
note("dense", try network.accuracy(on: valid))
if get("sparsity", 0.7) > 0 {
    let mid = TrainingOptions(
        epochs: Int(get("e2", 2)), learningRate: Float(get("lr2", 0.01)), shiftDistance: Int(get("shift", 1)))
    var last = mid
    last.epochs = Int(get("e3", 10))
    try network.prune(
        toSparsity: get("sparsity", 0.7), retrainingOn: coarse,
        schedule: PruningSchedule(criterion: .saliency, steps: Int(get("steps", 4)), intermediate: mid, final: last),
        using: &generator)
    note("pruned", try network.accuracy(on: valid))
}
let w = Int(get("w", 8))
let options = QuantizationOptions(
    weightBits: Int(get("wb", 8)), activationBits: nil, windowBits: w == 0 ? nil : w)
var scales = RowScales()
for phase in 0..<Int(get("phases", 1)) {
    scales = try network.train(
        roundedBy: options, on: images,
        training: TrainingOptions(
            epochs: Int(get("e4", 20)), learningRate: Float(get("lr4", 0.01)), shiftDistance: Int(get("shift", 1))),
        using: &generator)
    let integer = try network.quantized(options, rowScales: scales, calibratedOn: coarse).network
    let exact = try integer.accuracy(on: data.test)
    let circuit = try integer.compiled(CompileOptions(), over: BN254Fields.Scalar.self)
    let parts = circuit.costs.map { "\($0.path):\($0.constraints)" }.joined(separator: " ")
    note("phase \(phase) exact \(parts)", exact)
}
