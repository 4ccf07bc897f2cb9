import Espalier
import Testing

@Suite struct SearchSpaceTests {
    private let images = SmallSearch.dataset.test

    private func isInside(_ recipe: Recipe, _ space: SearchSpace) -> Bool {
        recipe.hidden.count == 1 && space.hidden.contains(recipe.hidden[0])
            && recipe.activation == space.activation && space.skip.contains(recipe.skip)
            && space.inputBits.contains(recipe.inputBits) && space.boxSides.contains(recipe.boxSide)
            && space.pixelSparsities.contains(recipe.pixelSparsity)
            && space.sparsities.contains(recipe.sparsity) && space.weightBits.contains(recipe.weightBits)
            && space.windowBits.contains(recipe.windowBits)
            && space.learningRates.contains(recipe.learningRate)
            && space.roundedEpochs.contains(recipe.roundedEpochs)
            && space.roundingRates.contains(recipe.roundingRate)
    }

    @Test(
        arguments: CompileOptions.WeightVisibility.allCases, CompileOptions.InputVisibility.allCases)
    func everythingDrawnIsInside(
        weights: CompileOptions.WeightVisibility, input: CompileOptions.InputVisibility
    ) {
        for activation in [Activation.relu, .square] {
            let space = SearchSpace(
                CompileOptions(weights: weights, input: input), activation: activation, images: images)
            var generator = SeededGenerator(seed: 1)
            var widths: Set<Int> = []
            var recipe = space.sample(using: &generator)
            for _ in 0..<300 {
                let sample = space.sample(using: &generator)
                recipe = space.neighbour(of: recipe, using: &generator)
                #expect(isInside(sample, space) && isInside(recipe, space))
                #expect(sample.flaw(for: images) == nil && recipe.flaw(for: images) == nil)
                widths.insert(sample.hidden[0])
            }
            #expect(widths.count > space.hidden.count / 2)
        }
    }

    @Test func aSeedGivesOneCourse() {
        func course(seed: UInt64) -> [Recipe] {
            let space = SmallSearch.space(CompileOptions(input: .committed))
            var generator = SeededGenerator(seed: seed)
            let samples = (0..<20).map { _ in space.sample(using: &generator) }
            return samples + samples.map { space.neighbour(of: $0, using: &generator) }
        }
        #expect(course(seed: 4) == course(seed: 4))
        #expect(course(seed: 4) != course(seed: 5))
    }

    /// Boxes that do not divide the images are not among the choices.
    @Test func boxesFitTheImages() {
        let odd = LabeledImages(
            width: 7, height: 8, classCount: 2, pixels: [UInt8](repeating: 0, count: 56), labels: [0])
        let hidden = CompileOptions(input: .committed)
        #expect(SearchSpace(hidden, activation: .relu, images: odd).boxSides == [1])
        #expect(SearchSpace(hidden, activation: .relu, images: images).boxSides == [1, 2])
    }
}
