/// The operators of ONNX that a float network may have in its file.
enum ONNXOperator: String, CaseIterable {
    case gemm = "Gemm"
    case matMul = "MatMul"
    case add = "Add"
    case relu = "Relu"
    case flatten = "Flatten"
    case reshape = "Reshape"
    case softmax = "Softmax"
    case argMax = "ArgMax"
    case identity = "Identity"
    case dropout = "Dropout"
    case constant = "Constant"
    case transpose = "Transpose"
    case shape = "Shape"
    case gather = "Gather"
    case unsqueeze = "Unsqueeze"
    case concat = "Concat"
}
