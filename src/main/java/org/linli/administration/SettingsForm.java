package org.linli.administration;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.QuietHours;
import org.linli.community.SettingsChange;
import org.linli.community.SettingsChange.OfGroup;
import org.linli.community.SettingsChange.OfUnit;
import org.linli.community.Talkativeness;
import org.linli.outbox.UsualWays;

/// What one of the forms hands in: the community's name, or how it is in one group, or when one unit is on duty, or in
/// which order ways of sending are tried.
///
/// @param about `name`, `group`, `unit` or `ways`
/// @param id    of the group or unit
/// @param hours blank: none
/// @param ways  separated by spaces; blank: as usual
record SettingsForm(
        @Nullable Long version,
        @Nullable String about,
        @Nullable String id,
        @Nullable String name,
        @Nullable String manner,
        @Nullable String hours,
        @Nullable Boolean welcome,
        @Nullable String ways) {

    private static final int LONGEST = 60;

    /// Empty where it cannot be read, or is about nothing that there is.
    Optional<SettingsChange> change(CommunityMap map, UsualWays usual) {
        return switch (about == null ? "" : about) {
            case "name" -> named();
            case "group" -> map.group(said(id)).flatMap(this::group);
            case "unit" -> map.unit(said(id)).flatMap(it -> unit(it.id()));
            case "ways" -> ordered(order -> usual.isComplete(map.id(), order));
            default -> Optional.empty();
        };
    }

    /// What takes the change back, once it is done.
    static SettingsForm before(SettingsForm form, CommunityMap map, long version) {
        var group = map.group(said(form.id()));
        var unit = map.unit(said(form.id()));
        QuietHours hours = "group".equals(form.about())
                ? group.flatMap(it -> Optional.ofNullable(it.quiet())).orElse(null)
                : unit.flatMap(it -> Optional.ofNullable(it.hours())).orElse(null);
        return new SettingsForm(
                version,
                form.about(),
                form.id(),
                map.name(),
                group.map(it -> Talkativeness.of(it.threshold()).word()).orElse(""),
                hours == null ? "" : hours.text(),
                group.map(it -> it.welcome()).orElse(false),
                String.join(" ", map.ways()));
    }

    /// Whether this form is about that group or unit.
    public boolean is(String kind, String one) {
        return kind.equals(about) && one.equals(id);
    }

    private Optional<SettingsChange> named() {
        String said = said(name);
        return said.isEmpty() || said.length() > LONGEST
                ? Optional.empty()
                : Optional.of(SettingsChange.named(seen(), said));
    }

    /// What was not handed in at all is no wish for the usual order.
    private Optional<SettingsChange> ordered(Predicate<List<String>> isComplete) {
        return Optional.ofNullable(ways)
                .map(it ->
                        Stream.of(it.split(" ")).filter(way -> !way.isEmpty()).toList())
                .filter(order -> order.isEmpty() || isComplete.test(order))
                .map(order -> SettingsChange.ordered(seen(), order));
    }

    private Optional<SettingsChange> group(Group group) {
        return talkativeness()
                .filter(_ -> isReadable())
                .map(it -> SettingsChange.of(
                        seen(),
                        new OfGroup(
                                group.code(), it, stretch().orElse(null), Boolean.TRUE.equals(welcome), group.unit())));
    }

    private Optional<SettingsChange> unit(String unit) {
        return isReadable()
                ? Optional.of(
                        SettingsChange.of(seen(), new OfUnit(unit, stretch().orElse(null))))
                : Optional.empty();
    }

    private Optional<Talkativeness> talkativeness() {
        return Stream.of(Talkativeness.values())
                .filter(it -> it.word().equals(manner))
                .findFirst();
    }

    private boolean isReadable() {
        return said(hours).isEmpty() || stretch().isPresent();
    }

    private Optional<QuietHours> stretch() {
        return QuietHours.parse(said(hours));
    }

    private long seen() {
        return version == null ? -1 : version;
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
