package org.linli.rights;

import java.util.List;
import java.util.Map;

/// What one table keeps of a person.
///
/// @param rows columns by name, texts; those named `file` hold bytes in Base64
public record KeptOfPerson(String table, List<Map<String, Object>> rows) {

    @Override
    public String toString() {
        return "KeptOfPerson[" + table + "]";
    }
}
