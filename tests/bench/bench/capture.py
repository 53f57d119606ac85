# SPDX-License-Identifier: GPL-3.0-or-later
"""What passes a network device, with the kernel's own times, so that it does not matter how busy this process is.

The kernel keeps the packets until they are read; a checkup's few hundred are read when it is over."""

import dataclasses
import ipaddress
import socket
import struct

_ETH_P_ALL = 0x0003
_SO_RCVBUFFORCE, _SO_TIMESTAMPNS = 33, 35
_ROOM = 32 << 20
_IPV4, _IPV6 = 0x0800, 0x86DD
_TCP, _UDP = 6, 17
FIN, SYN, RST, ACK = 0x01, 0x02, 0x04, 0x10


@dataclasses.dataclass(frozen=True)
class Packet:
    time: float
    is_sent: bool                 # by the client
    protocol: str                 # "tcp" or "udp"
    remote: str                   # the server's address
    remote_port: int
    local_port: int
    flags: int
    payload: bytes

    @property
    def flow(self):
        return self.protocol, self.remote, self.remote_port, self.local_port


class Capture:
    """Everything that is sent and received on a device of this network namespace from now on."""

    def __init__(self, device="eth0"):
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_ALL))
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, _ROOM)
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_TIMESTAMPNS, 1)
        self._socket.bind((device, _ETH_P_ALL))
        self._socket.setblocking(False)

    def end(self):
        """Return the TCP and UDP packets so far, in the order of their times."""
        packets = []
        with self._socket:
            while True:
                try:
                    frame, extra, _, where = self._socket.recvmsg(65600, 256)
                except BlockingIOError:
                    break
                seconds, nanoseconds = next(struct.unpack("qq", data) for _, kind, data in extra
                                            if kind == _SO_TIMESTAMPNS)
                packet = _read(seconds + nanoseconds / 1e9, where[2] == socket.PACKET_OUTGOING, frame)
                if packet:
                    packets.append(packet)
        return sorted(packets, key=lambda packet: packet.time)


def _read(time, is_sent, frame):
    kind = struct.unpack_from("!H", frame, 12)[0]
    packet = frame[14:]
    if kind == _IPV4:
        start, protocol, end = (packet[0] & 15) * 4, packet[9], struct.unpack_from("!H", packet, 2)[0]
        source, target = packet[12:16], packet[16:20]
    elif kind == _IPV6:
        start, protocol, end = 40, packet[6], 40 + struct.unpack_from("!H", packet, 4)[0]
        source, target = packet[8:24], packet[24:40]
    else:
        return None
    segment = packet[start:end]
    if protocol not in (_TCP, _UDP):
        return None
    source_port, target_port = struct.unpack_from("!HH", segment)
    remote, remote_port, local_port = (target, target_port, source_port) if is_sent else (source, source_port,
                                                                                        target_port)
    if protocol == _TCP:
        name, flags, payload = "tcp", segment[13], segment[(segment[12] >> 4) * 4:]
    else:
        name, flags, payload = "udp", 0, segment[8:]
    return Packet(time, is_sent, name, str(ipaddress.ip_address(remote)), remote_port, local_port, flags, payload)
