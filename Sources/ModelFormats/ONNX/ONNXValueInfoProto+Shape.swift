/// Types and shapes of a graph's input and output.
extension ONNXValueInfoProto {
    /// A tensor with a batch axis of any size, called `N`, in front of `extents`.
    init(name: String, type: ONNXTensorProto.DataType, extents: [Int]) {
        var batch = ONNXTensorShapeProto.Dimension()
        batch.dimParam = "N"
        var shape = ONNXTensorShapeProto()
        shape.dim =
            [batch]
            + extents.map { extent in
                var dimension = ONNXTensorShapeProto.Dimension()
                dimension.dimValue = Int64(extent)
                return dimension
            }
        var tensor = ONNXTypeProto.Tensor()
        tensor.elemType = Int32(type.rawValue)
        tensor.shape = shape
        self.init()
        self.name = name
        self.type.tensorType = tensor
    }

    /// Returns the size of the batch axis where it is fixed, and the extents of the others.
    func shape(of wanted: ONNXTensorProto.DataType) throws(ModelFormatError) -> (batch: Int?, extents: [Int])
    {
        let tensor = type.tensorType
        guard tensor.elemType == Int32(wanted.rawValue) else {
            throw ModelFormatError(.unsupportedInput, at: name)
        }
        var extents: [Int] = []
        for dimension in tensor.shape.dim.dropFirst() {
            guard case .dimValue(let extent) = dimension.value, extent > 0 else {
                throw ModelFormatError(.unsupportedInput, at: name)
            }
            extents.append(Int(extent))
        }
        var count = 1
        for extent in extents {
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard !overflow, product <= Int(Int32.max) else {
                throw ModelFormatError(.extentsOutOfRange, at: name)
            }
            count = product
        }
        guard let batch = tensor.shape.dim.first, !extents.isEmpty else {
            throw ModelFormatError(.unsupportedInput, at: name)
        }
        guard case .dimValue(let size) = batch.value, size > 0 else { return (nil, extents) }
        return (Int(size), extents)
    }
}
