package org.linli.hotline.web;

import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.linli.hotline.Columns;
import org.linli.hotline.Field;

/// Which head of the spreadsheet means which field, as the form hands it in; where nothing is chosen, no head does.
record ChosenColumns(
        @Nullable String number,
        @Nullable String words,
        @Nullable String received,
        @Nullable String due,
        @Nullable String place,
        @Nullable String caller,
        @Nullable String phone,
        @Nullable String category) {

    Columns columns() {
        var heads = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) {
            var head = of(field);
            if (head != null && !head.isBlank()) {
                heads.put(field, head);
            }
        }
        return new Columns(heads);
    }

    private @Nullable String of(Field field) {
        return switch (field) {
            case NUMBER -> number;
            case WORDS -> words;
            case RECEIVED -> received;
            case DUE -> due;
            case PLACE -> place;
            case CALLER -> caller;
            case PHONE -> phone;
            case CATEGORY -> category;
        };
    }
}
