package org.linli.understanding.opennlp;

/// One step of Newton's method towards the weights under which what came true was least surprising.
final class NewtonStep {

    private final double[] weights;
    private final double[][] curve;

    NewtonStep(double[] weights) {
        this.weights = weights;
        this.curve = new double[weights.length][weights.length + 1];
    }

    /// @param truth 1 or 0
    /// @param count how much this row weighs
    void see(double[] row, double truth, double count) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        double likely = 1 / (1 + Math.exp(-sum));
        double bend = count * likely * (1 - likely);
        for (int i = 0; i < row.length; i++) {
            double by = bend * row[i];
            for (int j = 0; j <= i; j++) {
                curve[i][j] += by * row[j];
            }
            curve[i][row.length] += count * (truth - likely) * row[i];
        }
    }

    /// @param calm pulls the weights towards zero, so that a few rows do not fling them away
    double[] solve(double calm) {
        int size = weights.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                curve[j][i] = curve[i][j];
            }
            curve[i][i] += calm;
            curve[i][size] -= calm * weights[i];
        }
        for (int i = 0; i < size; i++) {
            eliminate(i, size);
        }
        return substitute(size);
    }

    private void eliminate(int column, int size) {
        int pivot = column;
        for (int row = column + 1; row < size; row++) {
            pivot = Math.abs(curve[row][column]) > Math.abs(curve[pivot][column]) ? row : pivot;
        }
        double[] kept = curve[column];
        curve[column] = curve[pivot];
        curve[pivot] = kept;
        for (int row = column + 1; row < size; row++) {
            double times = curve[row][column] / curve[column][column];
            for (int i = column; i <= size; i++) {
                curve[row][i] -= times * curve[column][i];
            }
        }
    }

    private double[] substitute(int size) {
        double[] solved = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double left = curve[row][size];
            for (int i = row + 1; i < size; i++) {
                left -= curve[row][i] * solved[i];
            }
            solved[row] = left / curve[row][row];
        }
        return solved;
    }
}
