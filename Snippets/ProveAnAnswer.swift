// Prove what a network answers on an image, and check it.
//
// swift run -c release espalier demo     (makes the network)
// swift run -c release ProveAnAnswer
import Espalier

let model = try IntegerNetwork(contentsOf: "espalier-demo/networks/shallownet-90-retrained.int.onnx")
let image = try ImageInput(DrawnDigits.standard().test, at: 0)

// The owner compiles the model and makes keys, once.
let circuit = try model.compiled(CompileOptions(weights: .embedded, input: .public))
let key = try circuit.developmentKey()

// The prover answers.
let answer = try circuit.prove(model.input(for: image), with: key)

// The client checks.
let verifier = try circuit.verifier(for: key.verifyingKey, allowingDevelopmentKey: true)
let verdict = try verifier.verify(answer, about: image)
print(verdict.answer.map { "proved: class \($0.class)" } ?? "refused: \(verdict.reason ?? "")")
