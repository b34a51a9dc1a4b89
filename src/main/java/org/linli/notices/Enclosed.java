package org.linli.notices;

import java.util.List;
import java.util.stream.Stream;

/// What a notice shows and hands out beside its words (附件): ids, in the order in which they came.
///
/// @param pictures shown in chats, where the way can
/// @param files    to be had on the page alone
public record Enclosed(List<String> pictures, List<String> files) {

    public static final Enclosed NOTHING = new Enclosed(List.of(), List.of());

    /// No more than that together.
    public static final int MOST = 6;

    public Enclosed {
        pictures = List.copyOf(pictures);
        files = List.copyOf(files);
    }

    public int count() {
        return pictures.size() + files.size();
    }

    public boolean has(String id) {
        return pictures.contains(id) || files.contains(id);
    }

    public Enclosed with(String id, boolean picture) {
        return picture ? new Enclosed(plus(pictures, id), files) : new Enclosed(pictures, plus(files, id));
    }

    public Enclosed without(String id) {
        return new Enclosed(minus(pictures, id), minus(files, id));
    }

    private static List<String> plus(List<String> ids, String id) {
        return Stream.concat(ids.stream(), Stream.of(id)).toList();
    }

    private static List<String> minus(List<String> ids, String id) {
        return ids.stream().filter(it -> !it.equals(id)).toList();
    }
}
