package org.linli.polls.owners;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// Reads who owns what as it is pasted from a spreadsheet, one line a home: place, area in square metres, names of all
/// owners, and a number that is the same for everything that one buyer owns, where there is one.
///
/// ```
/// 阳光里 3栋1单元101	89.56	王芳、李强
/// b3-1-102	102.3	赵敏	A17
/// ```
public final class ReadParcels {

    private static final Pattern BETWEEN = Pattern.compile("[\\t,，;；]");
    private static final Pattern NAMES = Pattern.compile("[、/&和\\s]+");
    private static final Pattern AREA = Pattern.compile("\\d{1,6}(?:\\.\\d{1,2})?");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{Nd}-]{1,40}");

    /// What is wrong with a line. Its name is a key of what people are told.
    public enum Fault {
        FIELDS,
        PLACE,
        AREA,
        NAMES,
        NUMBER,
        TWICE
    }

    /// @param line from 1
    public record Wrong(int line, Fault fault) {}

    /// Either everything was read, or it is said what is wrong and nothing counts.
    public record Read(List<Parcel> parcels, List<Wrong> wrong) {}

    private final CommunityMap map;

    public ReadParcels(CommunityMap map) {
        this.map = map;
    }

    public Read of(String pasted) {
        var parcels = new ArrayList<Parcel>();
        var wrong = new ArrayList<Wrong>();
        var rooms = new HashSet<String>();
        var lines = pasted.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                int line = i + 1;
                var fields =
                        BETWEEN.splitAsStream(lines.get(i)).map(String::strip).toList();
                fault(fields, rooms)
                        .ifPresentOrElse(it -> wrong.add(new Wrong(line, it)), () -> parcels.add(parcel(fields)));
            }
        }
        return new Read(parcels, wrong);
    }

    private Optional<Fault> fault(List<String> fields, HashSet<String> rooms) {
        if (fields.size() < 3 || fields.size() > 4) {
            return Optional.of(Fault.FIELDS);
        }
        var room = room(fields.getFirst());
        if (room.isEmpty()) {
            return Optional.of(Fault.PLACE);
        }
        if (!AREA.matcher(fields.get(1)).matches() || area(fields) == 0) {
            return Optional.of(Fault.AREA);
        }
        if (names(fields).isEmpty()) {
            return Optional.of(Fault.NAMES);
        }
        if (fields.size() == 4
                && !fields.get(3).isEmpty()
                && !NUMBER.matcher(fields.get(3)).matches()) {
            return Optional.of(Fault.NUMBER);
        }
        return rooms.add(room.get().id()) ? Optional.empty() : Optional.of(Fault.TWICE);
    }

    private Parcel parcel(List<String> fields) {
        String room = room(fields.getFirst()).orElseThrow().id();
        boolean numbered = fields.size() == 4 && !fields.get(3).isEmpty();
        return new Parcel(room, area(fields), numbered ? "number-" + fields.get(3) : "room-" + room, names(fields));
    }

    private static long area(List<String> fields) {
        return new BigDecimal(fields.get(1)).movePointRight(2).longValueExact();
    }

    private static List<String> names(List<String> fields) {
        return Stream.of(NAMES.split(fields.get(2)))
                .filter(it -> !it.isBlank())
                .distinct()
                .toList();
    }

    /// By its id, or as pages show it.
    private Optional<Place> room(String said) {
        String bare = said.replace(" ", "");
        return map.openPlace(said)
                .or(() -> map.places().stream()
                        .filter(it -> it.kind() == Place.Kind.ROOM
                                && map.display(it).replace(" ", "").equals(bare))
                        .findFirst())
                .filter(it -> it.kind() == Place.Kind.ROOM);
    }
}
