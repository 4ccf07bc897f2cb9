import Foundation
public import NeuralNetworks

/// Recipes that differ in some choices: all combinations of the values that are listed for each.
///
/// As a file it is a JSON object: for each choice of `Recipe` that shall differ from `Recipe.standard`, a value or a list of
/// values. `hidden` takes a number, or a list of widths, for each network.
///
/// ```
/// { "hidden": [8, 12, 16], "windowBits": [7, 8], "sparsity": [0, 0.4], "roundedEpochs": 30 }
/// ```
public struct RecipeGrid: Hashable, Sendable {
    /// In the order of the combinations, the choice whose name comes last in the alphabet changing fastest.
    public let recipes: [Recipe]

    /// Recipes that are too many to try. A text of 200 bytes can ask for that many, and each takes some kilobytes.
    public static let limit = 4096

    /// - Throws: `RecipeGridError` for anything that is not a grid of recipes.
    public init(json: [UInt8]) throws(RecipeGridError) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] else {
            throw .notAnObject
        }
        let standard = Self.dictionary(of: .standard)
        var combinations: [[String: Any]] = [standard]
        for name in object.keys.sorted() {
            guard standard[name] != nil || Self.optionalNames.contains(name) else {
                throw .unknownChoice(name)
            }
            let values = Self.values(object[name]!, of: name)
            guard !values.isEmpty else { throw .noValues(name) }
            guard combinations.count * values.count <= Self.limit else { throw .tooMany }
            combinations = combinations.flatMap { combination in
                values.map { value in combination.merging([name: value]) { $1 } }
            }
        }
        var recipes: [Recipe] = []
        for combination in combinations { recipes.append(try Self.recipe(of: combination, grid: object)) }
        self.recipes = recipes
    }

    /// Demands that every recipe can be made of images of a size.
    ///
    /// - Throws: `RecipeGridError.flaw`.
    public func requireFit(to images: LabeledImages) throws(RecipeGridError) {
        for recipe in recipes {
            if let flaw = recipe.flaw(for: images) { throw .flaw(flaw) }
        }
    }

    /// Choices that the standard recipe may have no value for.
    private static let optionalNames: Set<String> = ["windowBits"]

    private static func dictionary(of recipe: Recipe) -> [String: Any] {
        guard let bytes = try? JSONEncoder().encode(recipe),
            let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        else { preconditionFailure("a recipe is a JSON object") }
        return object
    }

    private static func values(_ value: Any, of name: String) -> [Any] {
        let list = value as? [Any] ?? [value]
        // A single width is a network with one hidden layer.
        return name == "hidden" ? list.map { $0 is [Any] ? $0 : [$0] } : list
    }

    private static func recipe(of combination: [String: Any], grid: [String: Any]) throws(RecipeGridError)
        -> Recipe
    {
        let present = combination.filter { !($0.value is NSNull) }
        do {
            let bytes = try JSONSerialization.data(withJSONObject: present)
            return try JSONDecoder().decode(Recipe.self, from: bytes)
        } catch let error as DecodingError {
            throw .badValue(error.choiceName ?? grid.keys.sorted().joined(separator: ", "))
        } catch {
            throw .notAnObject
        }
    }
}

extension DecodingError {
    /// The choice whose value could not be read.
    fileprivate var choiceName: String? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.first?.stringValue
        case .keyNotFound(let key, _): key.stringValue
        @unknown default: nil
        }
    }
}
