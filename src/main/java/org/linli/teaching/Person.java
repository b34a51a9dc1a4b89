package org.linli.teaching;

import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.signing.Sha256;

/// Who said something, as a print: enough to find again what a person said who does not want it kept, too little to
/// read who it was.
record Person(String print) {

    private static final int BYTES = 16;

    static Person at(CommunityId community, Address address) {
        return new Person(Sha256.hex(community.value() + "\0" + address.text(), BYTES));
    }
}
