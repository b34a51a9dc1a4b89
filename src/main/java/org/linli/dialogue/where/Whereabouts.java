package org.linli.dialogue.where;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NoSuchBuilding;
import org.linli.community.Located.NothingSaid;
import org.linli.community.Place;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.talk.Question;
import org.linli.understanding.Entities;

/// Finds out which place somebody means.
public record Whereabouts(Scene scene) {

    private static final String NUMBER = "[0-9]{1,4}[A-Za-z]?|[A-Za-z][0-9]{0,2}|[甲乙丙丁戊]|[〇零一二两三四五六七八九十百]{1,5}";

    /// "就在东门那里"
    private static final Pattern AROUND = Pattern.compile("^就?在|(?:[那这](?:里|边|儿|块))?[\\s。.!！~～]*$");

    private static final Set<Place.Kind> EXACT = EnumSet.of(Place.Kind.BUILDING, Place.Kind.UNIT, Place.Kind.SPOT);
    private static final Set<Place.Kind> NAMED = EnumSet.of(Place.Kind.SPOT, Place.Kind.BUILDING);
    private static final Pattern BARE =
            Pattern.compile("^(?!.*[A-Za-z]{2})(?:在|是|就是|我是|我住|住|我在|应该是|不对|不是|说错了|[,，\\s])*第?(" + NUMBER
                    + ")(?:号楼|栋楼|栋|幢|座|号|楼|#|东|懂|冻|洞|动)?"
                    + "(?:[-—–－/\\s,，、]*(" + NUMBER + ")(?![楼层])(?:单元|门|梯)?)?"
                    + "(?:[-—–－/\\s,，、]*([0-9]{2,4}[A-Za-z]?)(?:室|号|户)?)?"
                    + "(?:的|吧|啊|呀|哦|呢|了|楼|里)*[\\s。.!！~～]*$");

    /// In free words. Found as well where it is only implied, like the group's own building.
    public Located in(String words, Entities said) {
        var named = named(words, said);
        return named instanceof NothingSaid
                ? implied(words).<Located>map(it -> new Found(it, floor(said))).orElse(named)
                : named;
    }

    /// As a correction of what was told before: "不对，是302" is another room of the same unit.
    public Located instead(String words, Entities said, Place told) {
        if (said.building() != null || !said.namesPlace()) {
            return in(words, said);
        }
        var there = scene.map().locate(null, said.unit(), said.room(), told);
        return switch (there) {
            case Found found -> new Found(found.place(), (found.detail() + floor(said)).strip());
            case NothingSaid _ -> new Found(building(told).orElse(told), floor(said));
            case NoSuchBuilding _, Ambiguous _ -> there;
        };
    }

    /// As a reply to "where?", where a bare number is enough.
    public Located answered(String words, Entities said, Question question) {
        var offered = new Offered(scene.map(), question.offered());
        return offered.tapped(words)
                .or(() -> offered.ofUnit(words))
                .<Located>map(it -> new Found(it, ""))
                .or(() -> bare(words).map(it -> offered.narrowed(it, words)))
                .or(() -> new WholeCompound(scene).in(words))
                .orElseGet(() -> offered.narrowed(in(words, said), words));
    }

    /// Whether a trouble told beside another may be where that one is: nobody lives at the gate.
    public boolean mayBeAt(Place other, String words) {
        return other.kind() != Place.Kind.SPOT || !Phrases.saysHome(words);
    }

    /// Of a spot on a map: by the name that the map gives it, otherwise what lies next to it.
    public Located pointed(Heard.Pointed spot) {
        return scene.map().locateByWords(spot.where(), scene.context()) instanceof Found found
                        && found.place().kind() == Place.Kind.SPOT
                ? found
                : scene.map().locateNear(spot.at());
    }

    /// Only of what is said.
    public Located named(String words, Entities said) {
        var byNumber = said.namesPlace()
                ? scene.map().locate(said.building(), said.unit(), said.room(), nearest(words))
                : new NothingSaid();
        return switch (byNumber) {
            case Found found -> new Found(found.place(), (found.detail() + floor(said)).strip());
            case NothingSaid _ -> byName(words, said);
            case NoSuchBuilding _, Ambiguous _ -> byNumber;
        };
    }

    /// A whole compound is too little to send somebody to.
    private Located byName(String words, Entities said) {
        var spot = scene.map().locateByWords(words, scene.context());
        return switch (spot) {
            case Found found when !NAMED.contains(found.place().kind()) -> new NothingSaid();
            case Found found -> new Found(found.place(), floor(said));
            case Ambiguous many
            when !NAMED.contains(many.candidates().getFirst().kind()) -> new NothingSaid();
            case Ambiguous _, NoSuchBuilding _, NothingSaid _ -> spot;
        };
    }

    /// "阳光里3栋", "小白楼2单元": the compound or building that is named counts before the group's or the home's.
    private @Nullable Place nearest(String words) {
        return scene.map().locateByWords(words, scene.context()) instanceof Found(Place place, String _)
                        && place.kind() != Place.Kind.SPOT
                ? place
                : scene.context();
    }

    /// Neighbours need not read which flat it is.
    private Optional<Place> implied(String words) {
        if (Phrases.saysHome(words) && scene.home().isPresent()) {
            return scene.inGroup() ? scene.home().flatMap(this::building) : scene.home();
        }
        var here = scene.here().filter(it -> EXACT.contains(it.kind()));
        return here.isPresent() || !Phrases.saysOwnBuilding(words) ? here : ownBuilding(words);
    }

    /// "the stairway" alone may be any; "our stairway" is the speaker's.
    private Optional<Place> ownBuilding(String words) {
        return words.matches("(?s).*(?:我|咱|俺|本)们?(?:这|的|个|里)*(?:栋|幢|楼|单元|门栋|号楼).*")
                ? scene.home().flatMap(this::building)
                : Optional.empty();
    }

    public Optional<Place> building(Place place) {
        return scene.map().path(place).stream()
                .filter(it -> it.kind() == Place.Kind.BUILDING)
                .findFirst();
    }

    /// One place, of words that name it and say nothing else: "3栋", "阳光里3栋2单元". Empty otherwise.
    public Optional<Found> alone(String words, Entities said) {
        return bare(words).orElseGet(() -> isNameOnly(words) ? named(words, said) : new NothingSaid())
                        instanceof Found found
                ? Optional.of(found)
                : Optional.empty();
    }

    private boolean isNameOnly(String words) {
        String name = AROUND.matcher(words).replaceAll("");
        return scene.map().places().stream()
                .anyMatch(
                        it -> name.equals(it.name()) || name.equals(scene.map().display(it)));
    }

    private Optional<Located> bare(String words) {
        Matcher said = BARE.matcher(words);
        boolean isPlace = words.length() <= Phrases.LONGEST_SET && said.matches();
        if (!isPlace || new Storey(scene).in(words).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                said.group(3) == null && isRoom(said.group(2))
                        ? scene.map().locate(said.group(1), null, said.group(2), scene.context())
                        : scene.map().locate(said.group(1), said.group(2), said.group(3), scene.context()));
    }

    /// `3-501`: nobody has 501 units.
    private static boolean isRoom(@Nullable String second) {
        return second != null && second.matches("[0-9]{3,4}[A-Za-z]?");
    }

    private static String floor(Entities said) {
        return said.floor() == null ? "" : said.floor() + "楼";
    }
}
