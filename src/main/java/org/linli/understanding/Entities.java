package org.linli.understanding;

import org.jspecify.annotations.Nullable;

/// What a message names, by the rules of the intent list: without the nouns, digits Arabic, letters upper case.
///
/// @param building 楼栋, like `3` or `B`
/// @param unit     单元 of that building
/// @param room     户
/// @param floor    only where a floor was said
/// @param phone    digits without +86; never a hotline
/// @param time     local date-time `2026-06-10T15:00` where an hour was said, otherwise a date `2026-06-10`
/// @param plate    车牌 like `粤BD12345`; of one whose end only was said `*3K7`
/// @param amount   in yuan, like `1200` or `3.5`
public record Entities(
        @Nullable String building,
        @Nullable String unit,
        @Nullable String room,
        @Nullable String floor,
        @Nullable String phone,
        @Nullable String time,
        @Nullable String plate,
        @Nullable String amount) {

    public static final Entities NONE = new Entities(null, null, null, null, null, null);

    public Entities(
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room,
            @Nullable String floor,
            @Nullable String phone,
            @Nullable String time) {
        this(building, unit, room, floor, phone, time, null, null);
    }

    public boolean namesPlace() {
        return building != null || unit != null || room != null || floor != null;
    }

    @Override
    public String toString() {
        return "Entities[]";
    }
}
