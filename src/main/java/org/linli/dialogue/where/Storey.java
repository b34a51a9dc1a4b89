package org.linli.dialogue.where;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Place;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;

/// "5楼": a building where buildings are called so, a storey where they are called 栋, and either in what people say.
public record Storey(Scene scene) {

    private static final Pattern SAID =
            Pattern.compile("^(?:我们?家?|住|在|就?是|应该|那个|[,，\\s])*第?(?<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?<noun>楼|层)"
                    + "\\s*(?<room>[0-9]{3,4})?(?:室|户|号)?(?:的|吧|啊|呀|哦|呢|里|上|那里|那边|那儿)*[\\s。.!！~～]*$");

    private static final String DIGITS = "一二三四五六七八九";

    /// What is said, read as a storey: where it can be nothing else, `building` is empty.
    public record Read(String number, String detail, Optional<Place> building) {

        /// Whether what is known below the place says it already.
        public boolean isIn(String known) {
            return Stream.of(known.split("\\s+")).anyMatch(it -> areSame(it, detail));
        }
    }

    /// "5楼" and "五层".
    public static boolean areSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String said) {
        var storey = SAID.matcher(said);
        return said.length() <= Phrases.LONGEST_SET && storey.matches()
                ? counted(storey.group("number"))
                        + "楼"
                        + Optional.ofNullable(storey.group("room")).orElse("")
                : said;
    }

    /// Empty where no storey is said, or something besides, or where buildings are called so here.
    public Optional<Read> in(String words) {
        var said = SAID.matcher(words);
        return words.length() <= Phrases.LONGEST_SET && said.matches()
                ? read(said.group("number"), said.group("noun"), Optional.ofNullable(said.group("room")))
                : Optional.empty();
    }

    private Optional<Read> read(String number, String noun, Optional<String> room) {
        var located = scene.map().locate(number, null, null, scene.context());
        boolean mayBeBuilding = noun.equals("楼");
        if (mayBeBuilding && (isCalledSo(located) || isOneOfSeveral(located) || isElsewhere(number, room))) {
            return Optional.empty();
        }
        return Optional.of(new Read(
                number,
                number + noun + room.orElse(""),
                mayBeBuilding && room.isEmpty() ? building(located) : Optional.empty()));
    }

    /// Of two buildings with one number it is asked which.
    private static boolean isOneOfSeveral(Located located) {
        return located instanceof Located.Ambiguous several
                && several.candidates().size() > 1;
    }

    /// "12楼301": the room says that 12 is no storey.
    private static boolean isElsewhere(String number, Optional<String> room) {
        return room.filter(it -> storeyOf(it) != counted(number)).isPresent();
    }

    private static int storeyOf(String room) {
        return Integer.parseInt(room.substring(0, room.length() - 2));
    }

    static int counted(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Integer.parseInt(number);
        }
        int tens = number.indexOf('十');
        int ones = DIGITS.indexOf(number.charAt(number.length() - 1)) + 1;
        return tens < 0 ? ones : Math.max(DIGITS.indexOf(number.charAt(0)) + 1, 1) * 10 + ones;
    }

    private static Optional<Place> building(Located located) {
        return switch (located) {
            case Found(Place place, String _) -> Optional.of(place);
            case Located.Ambiguous several -> several.candidates().stream().findFirst();
            case Located.NoSuchBuilding _, Located.NothingSaid _ -> Optional.empty();
        };
    }

    private static boolean isCalledSo(Located located) {
        return switch (located) {
            case Found(Place place, String _) -> isCalledSo(place);
            case Located.Ambiguous several -> several.candidates().stream().anyMatch(Storey::isCalledSo);
            case Located.NoSuchBuilding _, Located.NothingSaid _ -> false;
        };
    }

    private static boolean isCalledSo(Place building) {
        return building.name().endsWith("楼") || building.aliases().stream().anyMatch(it -> it.endsWith("楼"));
    }
}
