/// The sizes that a plot is drawn in, so that its text is as large as that of the page around it.
package enum PlotLayout: Sendable, CaseIterable {
    case wide, narrow

    var size: (width: Double, height: Double) {
        switch self {
        case .wide: (1100, 520)
        case .narrow: (340, 500)
        }
    }
    var textHeight: Double { self == .wide ? 14 : 11.5 }
    var style: String { self == .wide ? "plot wide" : "plot narrow" }

    /// Where the data is drawn: what the ticks and the names of the axes leave.
    var frame: PlotBox {
        let margin = textHeight
        return PlotBox(
            left: 3.2 * margin, top: 1.8 * margin,
            width: size.width - (self == .wide ? 6.4 : 4.4) * margin, height: size.height - 5.2 * margin)
    }
}
