public import NetworkCompiler
public import NeuralNetworks

/// The recipes that a search chooses from: for every choice the values that make sense where it is searched.
public struct SearchSpace: Hashable, Sendable {
    public var activation: Activation
    /// The smallest and the largest width of the hidden layer.
    public var hidden: ClosedRange<Int>
    public var skip: [Bool]
    public var inputBits: [Int]
    public var boxSides: [Int]
    public var pixelSparsities: [Double]
    public var sparsities: [Double]
    public var weightBits: [Int]
    public var windowBits: [Int?]
    public var learningRates: [Double]
    public var roundedEpochs: [Int]
    public var roundingRates: [Double]

    /// Returns the space for a setting.
    ///
    /// What costs nothing there is not economised: embedded weights have many bits, and a skip from a public image is
    /// always there. What costs is what varies: neurons, windows, and for a hidden image pixels and their bits.
    ///
    /// - Parameter images: boxes must divide their width and height.
    public init(_ options: CompileOptions, activation: Activation, images: LabeledImages) {
        self.activation = activation
        let isPublic = options.input == .public
        let isEmbedded = options.weights == .embedded
        let boxes = [1, 2].filter { $0 == 1 || images.width % $0 == 0 && images.height % $0 == 0 }
        hidden = isPublic ? (activation == .square ? 4...64 : 4...48) : 6...56
        skip = isPublic || isEmbedded ? [true] : [false, false, false, true]
        inputBits =
            isPublic ? (activation == .square && isEmbedded ? [1, 2, 4] : [1, 2]) : [1, 1, 2]
        boxSides = isPublic ? [1] : boxes
        pixelSparsities = isPublic ? [0] : [0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]
        sparsities = isPublic ? [0, 0.2, 0.4, 0.5, 0.5, 0.6, 0.75] : [0, 0.3, 0.5]
        // A square is large beside the pixels that a skip adds to it: the weights that read it keep bits of their own only
        // where its sum has a window, and all weights have many.
        weightBits = isEmbedded ? (activation == .square ? [16, 18, 20, 22] : [14]) : [10, 12]
        windowBits = activation == .square ? [7, 8, 9, 10] : [6, 7, 7, 8, 8, 9]
        // At larger rates neurons die in the first training, and nothing later revives them.
        learningRates = [0.001, 0.002, 0.002, 0.004]
        roundedEpochs = [30, 40, 40, 60, 100]
        roundingRates = [0.005, 0.008, 0.008, 0.016]
    }

    /// Returns so many recipes, of widths from the smallest to the largest in equal ratios, which are alike in everything
    /// else: the middle one of the values that are listed for each choice.
    package func skeleton(_ count: Int) -> [Recipe] {
        var recipe = Recipe.standard
        recipe.activation = activation
        recipe.skip = Self.middle(skip)
        recipe.inputBits = Self.middle(inputBits)
        recipe.boxSide = boxSides[0]
        recipe.pixelSparsity = Self.middle(pixelSparsities)
        recipe.sparsity = Self.middle(sparsities)
        recipe.weightBits = Self.middle(weightBits)
        recipe.windowBits = Self.middle(windowBits)
        recipe.learningRate = Self.middle(learningRates)
        recipe.roundedEpochs = Self.middle(roundedEpochs)
        recipe.roundingRate = Self.middle(roundingRates)
        let ratio = Double(hidden.upperBound) / Double(hidden.lowerBound)
        var recipes: [Recipe] = []
        for step in 0..<count {
            let share = count == 1 ? 0.5 : Double(step) / Double(count - 1)
            recipe.hidden = [Int((Double(hidden.lowerBound) * power(ratio, share)).rounded())]
            if recipes.last != recipe { recipes.append(recipe) }
        }
        return recipes
    }

    private static func middle<Value>(_ values: [Value]) -> Value { values[values.count / 2] }

    /// Returns a recipe drawn at random: widths uniformly by their logarithm, everything else by how often it is listed.
    package func sample(using generator: inout some RandomNumberGenerator) -> Recipe {
        var recipe = Recipe.standard
        recipe.activation = activation
        let (low, high) = (Double(hidden.lowerBound), Double(hidden.upperBound) + 0.999)
        recipe.hidden = [Int(low * power(high / low, Double.random(in: 0..<1, using: &generator)))]
        for choice in Choice.allCases where choice != .hidden {
            draw(choice, for: &recipe, using: &generator)
        }
        return recipe
    }

    /// Returns a neighbour of a recipe: another width most of the time, and one or two other choices.
    package func neighbour(of recipe: Recipe, using generator: inout some RandomNumberGenerator) -> Recipe {
        var neighbour = recipe
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
            draw(Choice.allCases.randomElement(using: &generator)!, for: &neighbour, using: &generator)
        }
        if Int.random(in: 0..<3, using: &generator) > 0 {
            draw(.hidden, for: &neighbour, using: &generator)
        }
        return neighbour
    }

    private enum Choice: CaseIterable {
        case hidden, skip, inputBits, boxSide, pixelSparsity, sparsity, weightBits, windowBits
        case learningRate, roundedEpochs, roundingRate
    }

    private func draw(
        _ choice: Choice, for recipe: inout Recipe, using generator: inout some RandomNumberGenerator
    ) {
        switch choice {
        case .hidden:
            let width = recipe.hidden[0]
            let step = max(1, width / 6)
            let moved = width + Int.random(in: -step...step, using: &generator)
            recipe.hidden = [min(max(moved, hidden.lowerBound), hidden.upperBound)]
        case .skip: recipe.skip = skip.randomElement(using: &generator)!
        case .inputBits: recipe.inputBits = inputBits.randomElement(using: &generator)!
        case .boxSide: recipe.boxSide = boxSides.randomElement(using: &generator)!
        case .pixelSparsity: recipe.pixelSparsity = pixelSparsities.randomElement(using: &generator)!
        case .sparsity: recipe.sparsity = sparsities.randomElement(using: &generator)!
        case .weightBits: recipe.weightBits = weightBits.randomElement(using: &generator)!
        case .windowBits: recipe.windowBits = windowBits.randomElement(using: &generator)!
        case .learningRate: recipe.learningRate = learningRates.randomElement(using: &generator)!
        case .roundedEpochs: recipe.roundedEpochs = roundedEpochs.randomElement(using: &generator)!
        case .roundingRate: recipe.roundingRate = roundingRates.randomElement(using: &generator)!
        }
    }
}
