package org.linli.community;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.Address;

/// The groups of a community, found by where they are and by their code.
final class Groups {

    private final Map<String, Group> byAddress = new LinkedHashMap<>();

    Groups(List<Group> groups) {
        groups.forEach(group -> byAddress.put(group.address().text(), group));
    }

    Optional<Group> at(Address address) {
        return Optional.ofNullable(byAddress.get(address.text()));
    }

    /// By the code in addresses of pages, like `b3`.
    Optional<Group> byCode(String code) {
        return byAddress.values().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    List<Group> all() {
        return List.copyOf(byAddress.values());
    }
}
