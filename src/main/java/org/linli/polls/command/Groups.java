package org.linli.polls.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.counting.Election;
import org.linli.polls.files.Amounts;

/// A file that says what may not be chosen together: `3,7` exclude each other, of `12000: 3,7,9` not more than that
/// may be spent. What follows a `#` is a remark.
record Groups(Election election) {

    Election.Limits added(Election.Limits limits, Path file) throws IOException {
        var caps = new ArrayList<>(limits.caps());
        var exclusive = new ArrayList<>(limits.exclusive());
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String said = line.replaceFirst("#.*", "").strip();
            int colon = said.indexOf(':');
            if (colon >= 0) {
                caps.add(new Election.Cap(
                        places(said.substring(colon + 1), number), money(said.substring(0, colon), number)));
            } else if (!said.isEmpty()) {
                exclusive.add(places(said, number));
            }
        }
        return new Election.Limits(caps, exclusive);
    }

    private Set<Integer> places(String ids, int line) {
        var places = new HashSet<Integer>();
        for (String id : ids.split(",", -1)) {
            int place = election.projects().stream().map(it -> it.id()).toList().indexOf(id.strip());
            if (place < 0) {
                throw new WrongArguments("--groups, line %d: there is no project '%s'".formatted(line, id.strip()));
            }
            places.add(place);
        }
        return places;
    }

    private long money(String typed, int line) {
        try {
            return Amounts.read(typed.strip())
                    .movePointRight(election.scales().money())
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException noAmount) {
            throw new WrongArguments("--groups, line %d: '%s', expected an amount".formatted(line, typed.strip()));
        }
    }
}
