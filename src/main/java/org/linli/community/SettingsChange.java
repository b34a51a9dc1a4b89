package org.linli.community;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be set otherwise in a community; what is not in it stays.
///
/// @param version of the settings that were looked at
/// @param name    `null`: as it is
/// @param ways    of sending, in the order in which they are to be tried; empty: as usual; `null`: as it is
public record SettingsChange(
        long version,
        @Nullable String name,
        List<OfGroup> groups,
        List<OfUnit> units,
        @Nullable List<String> ways) {

    /// How the service behaves in a group.
    ///
    /// @param code  of the group
    /// @param quiet when only emergencies are spoken of; `null`: never
    /// @param unit  that takes what is told there, its id; `null`: as the units' labels say
    public record OfGroup(
            String code,
            Talkativeness manner,
            @Nullable QuietHours quiet,
            boolean welcome,
            @Nullable String unit) {

        public static OfGroup of(Group it) {
            return new OfGroup(it.code(), Talkativeness.of(it.threshold()), it.quiet(), it.welcome(), it.unit());
        }

        /// @param other `null`: to none
        public OfGroup boundTo(@Nullable String other) {
            return new OfGroup(code, manner, quiet, welcome, other);
        }

        String text() {
            return "%s, quiet %s, %s, %s"
                    .formatted(
                            manner.word(),
                            quiet == null ? "never" : quiet.text(),
                            welcome ? "welcomes" : "does not welcome",
                            unit == null ? "of no unit" : "of unit " + unit);
        }
    }

    /// When a unit is on duty.
    ///
    /// @param unit  its id
    /// @param hours `null`: always
    public record OfUnit(String unit, @Nullable QuietHours hours) {

        public static OfUnit of(Unit it) {
            return new OfUnit(it.id(), it.hours());
        }

        String text() {
            return hours == null ? "always on duty" : "on duty " + hours.text();
        }
    }

    public SettingsChange {
        groups = List.copyOf(groups);
        units = List.copyOf(units);
        ways = ways == null ? null : List.copyOf(ways);
    }

    public static SettingsChange named(long version, String name) {
        return new SettingsChange(version, name, List.of(), List.of(), null);
    }

    public static SettingsChange of(long version, OfGroup group) {
        return new SettingsChange(version, null, List.of(group), List.of(), null);
    }

    public static SettingsChange of(long version, OfUnit unit) {
        return new SettingsChange(version, null, List.of(), List.of(unit), null);
    }

    public static SettingsChange ordered(long version, List<String> ways) {
        return new SettingsChange(version, null, List.of(), List.of(), ways);
    }

    static String text(List<String> ways) {
        return ways.isEmpty() ? "as usual" : String.join(" ", ways);
    }
}
