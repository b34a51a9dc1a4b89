package org.linli.hotline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.cases.Pictures;

/// An order with what is told of it and which pictures show its result. The pictures themselves are not read yet.
///
/// @param cells    of its row, all but the last, which names the pictures
/// @param pictures that go with it
/// @param left     how many more there are, for which there is no room
record AnsweredOrder(List<String> cells, List<Named> pictures, int left) {

    /// A picture under its name in the file.
    ///
    /// @param bytes how many they are
    record Named(UUID id, String name, long bytes) {

        /// @param at from 1
        static Named of(String order, long at, Pictures.Measured it) {
            return new Named(it.id(), "pictures/%s-%d.%s".formatted(plain(order), at, ending(it)), it.bytes());
        }

        /// Of its own for each number.
        private static String plain(String number) {
            String plain = number.replaceAll("[^0-9A-Za-z_-]", "_");
            return plain.equals(number) ? plain : plain + "-" + Integer.toHexString(number.hashCode());
        }

        private static String ending(Pictures.Measured it) {
            return switch (it.mediaType()) {
                case "image/png" -> "png";
                case "image/webp" -> "webp";
                default -> "jpg";
            };
        }
    }

    AnsweredOrder {
        cells = List.copyOf(cells);
        pictures = List.copyOf(pictures);
    }

    /// The same orders with as many of their pictures, from the first on, as have room together.
    ///
    /// @param most in bytes
    static List<AnsweredOrder> fitting(List<AnsweredOrder> all, long most) {
        var fitting = new ArrayList<AnsweredOrder>();
        long size = 0;
        for (AnsweredOrder it : all) {
            var taken = new ArrayList<Named>();
            for (Named picture : it.pictures()) {
                size += picture.bytes();
                if (size <= most) {
                    taken.add(picture);
                }
            }
            fitting.add(new AnsweredOrder(it.cells(), taken, it.pictures().size() - taken.size()));
        }
        return fitting;
    }

    @Override
    public String toString() {
        return "AnsweredOrder[%d pictures, %d left]".formatted(pictures.size(), left);
    }
}
