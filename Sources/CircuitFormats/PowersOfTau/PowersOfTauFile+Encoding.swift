import EllipticCurves
import FiniteFields

extension PowersOfTauFile {
    /// Returns the bytes of the file.
    public func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        encode { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Hands the bytes of the file to `sink`, piece after piece, without making a copy of the lists. They are
    /// those that snarkjs writes.
    public func encode<Failure>(
        to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var file = SectionedFileWriter(magic: "ptau", version: 1, sectionCount: lagrange == nil ? 7 : 11)
        file.addSection(PowersOfTauSection.header) { header in
            header.write(fieldOf: Curve.G1.BaseField.self)
            header.write(count: power)
            header.write(count: ceremonyPower)
        }
        try file.addSection(PowersOfTauSection.tau1, powers.tau1, to: sink)
        try file.addSection(PowersOfTauSection.tau2, powers.tau2, to: sink)
        try file.addSection(PowersOfTauSection.alphaTau1, powers.alphaTau1, to: sink)
        try file.addSection(PowersOfTauSection.betaTau1, powers.betaTau1, to: sink)
        file.addSection(PowersOfTauSection.beta2) { $0.write(powers.beta2) }
        file.addSection(PowersOfTauSection.contributions) { section in
            section.write(count: contributions.count)
            for contribution in contributions { contribution.write(to: &section) }
        }
        if let lagrange {
            try file.addSection(PowersOfTauSection.lagrangeTau1, lagrange.tau1, to: sink)
            try file.addSection(PowersOfTauSection.lagrangeTau2, lagrange.tau2, to: sink)
            try file.addSection(PowersOfTauSection.lagrangeAlphaTau1, lagrange.alphaTau1, to: sink)
            try file.addSection(PowersOfTauSection.lagrangeBetaTau1, lagrange.betaTau1, to: sink)
        }
        try file.drain(to: sink)
    }
}
