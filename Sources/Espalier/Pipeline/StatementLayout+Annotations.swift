import NetworkCompiler
import NeuralNetworks

/// A layout travels in the verifying key's file, as texts.
extension StatementLayout {
    var annotations: [String: String] {
        var annotations = [
            "weights": options.weights.rawValue, "products": options.products.rawValue,
            "input": options.input.rawValue,
            "answer": options.output.rawValue, "classes": "\(classCount)",
            "inputShape": inputExtents.map(String.init).joined(separator: "x"),
            "inputBits": "\(inputTransform.bits)", "circuitSHA256": circuitSHA256,
        ]
        annotations["inputBoxes"] = inputTransform.boxes?.description
        return annotations
    }

    /// Nil unless all texts are there and make sense.
    init?(annotations: [String: String]) {
        guard
            let weights = annotations["weights"].flatMap(CompileOptions.WeightVisibility.init),
            let input = annotations["input"].flatMap(CompileOptions.InputVisibility.init),
            let output = annotations["answer"].flatMap(CompileOptions.Output.init),
            let classCount = annotations["classes"].flatMap({ Int($0) }),
            let bits = annotations["inputBits"].flatMap({ Int($0) }), (1...8).contains(bits),
            let shape = annotations["inputShape"], let hash = annotations["circuitSHA256"]
        else { return nil }
        let boxes = annotations["inputBoxes"].map { InputTransform.Boxes($0) }
        // Boxes that are no boxes are not the same as none.
        if let boxes, boxes == nil { return nil }
        inputTransform = InputTransform(bits: bits, boxes: boxes ?? nil)
        inputExtents = shape.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        options = CompileOptions(
            weights: weights, input: input, output: output,
            products: annotations["products"].flatMap(CompileOptions.Products.init))
        self.classCount = classCount
        circuitSHA256 = hash
        guard isPlausible else { return nil }
    }
}
