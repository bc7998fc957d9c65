package org.ratchet.diff;

import java.util.Arrays;

/**
 * The assignment of rows to columns with the greatest sum of weights: the Hungarian method with
 * potentials, in cubic time, for small groups.
 */
final class Assignment {

  private Assignment() {}

  /**
   * For each row its column, or -1.
   *
   * @param weights of each row and column, not negative; 0 where the two may not be assigned
   */
  static int[] best(double[][] weights) {
    int rows = weights.length;
    int columns = rows == 0 ? 0 : weights[0].length;
    int size = Math.max(rows, columns);
    int[] rowOf = new int[size + 1];
    double[] rowPotential = new double[size + 1];
    double[] columnPotential = new double[size + 1];
    for (int row = 1; row <= size; row++) {
      augment(row, weights, rowOf, rowPotential, columnPotential);
    }
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, -1);
    for (int column = 1; column <= columns; column++) {
      int row = rowOf[column] - 1;
      if (row >= 0 && row < rows && weights[row][column - 1] > 0) {
        columnOf[row] = column - 1;
      }
    }
    return columnOf;
  }

  /** Gives a row a column along the cheapest chain of exchanges; column 0 stands for none. */
  private static void augment(
      int row, double[][] weights, int[] rowOf, double[] rowPotential, double[] columnPotential) {
    int size = rowOf.length - 1;
    int[] way = new int[size + 1];
    double[] least = new double[size + 1];
    boolean[] used = new boolean[size + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    rowOf[0] = row;
    int at = 0;
    do {
      used[at] = true;
      int next = 0;
      double step = Double.POSITIVE_INFINITY;
      for (int column = 1; column <= size; column++) {
        if (!used[column]) {
          double cost =
              -weight(weights, rowOf[at], column)
                  - rowPotential[rowOf[at]]
                  - columnPotential[column];
          if (cost < least[column]) {
            least[column] = cost;
            way[column] = at;
          }
          if (least[column] < step) {
            step = least[column];
            next = column;
          }
        }
      }
      for (int column = 0; column <= size; column++) {
        if (used[column]) {
          rowPotential[rowOf[column]] += step;
          columnPotential[column] -= step;
        } else {
          least[column] -= step;
        }
      }
      at = next;
    } while (rowOf[at] != 0);
    while (at != 0) {
      rowOf[at] = rowOf[way[at]];
      at = way[at];
    }
  }

  private static double weight(double[][] weights, int row, int column) {
    return row <= weights.length && column <= weights[0].length ? weights[row - 1][column - 1] : 0;
  }
}
