import NetworkCompiler

/// A layout travels in the verifying key's file, as texts.
extension StatementLayout {
    var annotations: [String: String] {
        [
            "weights": options.weights.rawValue, "products": options.products.rawValue,
            "input": options.input.rawValue,
            "answer": options.output.rawValue, "classes": "\(classCount)",
            "inputShape": inputExtents.map(String.init).joined(separator: "x"), "inputBits": "\(inputBits)",
            "circuitSHA256": circuitSHA256,
        ]
    }

    /// Nil unless all texts are there and make sense.
    init?(annotations: [String: String]) {
        guard
            let weights = annotations["weights"].flatMap(CompileOptions.WeightVisibility.init),
            let input = annotations["input"].flatMap(CompileOptions.InputVisibility.init),
            let output = annotations["answer"].flatMap(CompileOptions.Output.init),
            let classCount = annotations["classes"].flatMap({ Int($0) }),
            let bits = annotations["inputBits"].flatMap({ Int($0) }),
            let shape = annotations["inputShape"], let hash = annotations["circuitSHA256"]
        else { return nil }
        inputExtents = shape.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        options = CompileOptions(
            weights: weights, input: input, output: output,
            products: annotations["products"].flatMap(CompileOptions.Products.init))
        self.classCount = classCount
        inputBits = bits
        circuitSHA256 = hash
        guard isPlausible else { return nil }
    }
}
