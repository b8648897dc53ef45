/** Something that goes wrong with several nodes, for as long as the run says. */
export interface NodeFault {
  name: string
  begin(): unknown
  end(): unknown
}
