package org.linli.community;

import org.linli.channels.Address;
import org.linli.channels.OtherAddresses;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// The other addresses of a resident whom staff has verified: a self-declared identity may be somebody else's.
@Component
class AddressesOfResident implements OtherAddresses {

    private final Residents residents;

    AddressesOfResident(Residents residents) {
        this.residents = residents;
    }

    @Override
    public Flux<Address> of(CommunityId community, Address address) {
        return address.isGroup()
                ? Flux.empty()
                : residents
                        .at(community, address)
                        .filter(Resident::verified)
                        .flatMapMany(resident -> residents.reachableAddresses(community, resident.id()))
                        .filter(other -> !other.isGroup() && !other.equals(address));
    }
}
