package org.linli.polls.wishes.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.springframework.http.codec.multipart.FilePart;

/// What a resident fills in to propose something. Anything may be missing or wrong, and is shown again as it was typed.
///
/// @param send   names this attempt: sent again, it proposes nothing twice
/// @param cost   what they think it costs, in yuan
/// @param kept   ids of pictures that came with an earlier attempt
/// @param anyway that it is not the same as what it resembles
record ProposalForm(
        @Nullable String send,
        @Nullable String title,
        @Nullable String why,
        @Nullable String place,
        @Nullable String cost,
        @Nullable List<String> kept,
        @Nullable List<FilePart> pictures,
        @Nullable String anyway) {

    static final int MOST_PICTURES = 6;
    private static final int SHORTEST_TITLE = 4;
    private static final int LONGEST_TITLE = 30;
    private static final int LONGEST_WHY = 1_000;
    private static final String NUMBER = "[1-9]\\d{0,7}";

    static ProposalForm empty(String send) {
        return new ProposalForm(send, "", "", "", "", List.of(), List.of(), null);
    }

    /// What is wrong, by field, each a key of what the page says; without entries where it can be proposed.
    Map<String, String> troubles(CommunityMap map) {
        var wrong = new LinkedHashMap<String, String>();
        if (called().length() < SHORTEST_TITLE || called().length() > LONGEST_TITLE) {
            wrong.put("title", "propose.trouble.TITLE");
        }
        if (because().isEmpty() || because().length() > LONGEST_WHY) {
            wrong.put("why", "propose.trouble.WHY");
        }
        if (!where().isEmpty() && map.openPlace(where()).isEmpty()) {
            wrong.put("place", "propose.trouble.PLACE");
        }
        if (!typedCost().isEmpty() && !typedCost().matches(NUMBER)) {
            wrong.put("cost", "propose.trouble.COST");
        }
        return wrong;
    }

    public String attempt() {
        return send != null && send.matches("[0-9a-f-]{36}")
                ? send
                : UUID.randomUUID().toString();
    }

    public String called() {
        return title == null ? "" : title.replaceAll("[\\p{Cntrl}▸]+", " ").strip();
    }

    public String because() {
        return why == null ? "" : why.replace('▸', ' ').strip();
    }

    public String where() {
        return place == null ? "" : place;
    }

    String typedCost() {
        return cost == null ? "" : cost.replaceAll("[,，\\s元]", "");
    }

    @Nullable
    Long guess() {
        return typedCost().isEmpty() ? null : Long.valueOf(typedCost());
    }

    boolean isAnother() {
        return anyway != null;
    }

    public List<String> earlier() {
        return kept == null
                ? List.of()
                : kept.stream()
                        .filter(it -> it.matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                        .limit(MOST_PICTURES)
                        .toList();
    }

    /// Those that were chosen now; browsers send an empty one where none was.
    Stream<FilePart> chosen() {
        return pictures == null
                ? Stream.empty()
                : pictures.stream().filter(it -> !it.filename().isEmpty());
    }

    /// Those above the limit are not kept.
    boolean hasTooManyPictures() {
        return earlier().size() + chosen().count() > MOST_PICTURES;
    }

    ProposalForm keeping(List<String> all) {
        return new ProposalForm(send, title, why, place, cost, all, List.of(), anyway);
    }

    @Override
    public String toString() {
        return "ProposalForm[]";
    }
}
